import { EditionError } from '#lesson/edition';
import { checkCommand } from './check.ts';
import { exploreCommand } from './explore.ts';
import { gradeCommand } from './grade/index.ts';
import { newCommand } from './new.ts';
import { replayCommand } from './replay.ts';
import { reportCommand } from './report.ts';
import { UsageError, usage } from './usage.ts';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number> | number>> = {
  explore: exploreCommand,
  replay: replayCommand,
  check: checkCommand,
  grade: gradeCommand,
  new: newCommand,
  report: reportCommand,
};

/** Runs one command, and returns its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(usage);
    return name === undefined ? 2 : 0;
  }
  const command = commands[name];
  try {
    if (command === undefined) throw new UsageError(`there is no command "${name}"`);
    return await command(rest);
  } catch (error) {
    if (error instanceof EditionError) {
      console.error(error.message);
      return 2;
    }
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
}
