/** The command line: `npm run -s hb -- explore program.ts`. */
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2));
