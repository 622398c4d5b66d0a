import type { Run, Task } from '#kernel';
import { Search } from '../dpor.ts';
import { begin } from '../subject.ts';
import type { ExploreOptions } from '../types.ts';
import { runOptions } from '../explore.ts';
import type { RandomProgram } from './random-program.ts';

export interface Explored {
  readonly outcomes: Set<string>;
  readonly runs: number;
  readonly blocked: number;
  readonly complete: boolean;
}

/** All outcomes of a random program: how it ended, who waits for what, what each task saw, which places race. */
export function outcomesOf(program: RandomProgram, naive: boolean, most: number, options: ExploreOptions = {}): Explored {
  const search = new Search({ naive });
  const outcomes = new Set<string>();
  let runs = 0;
  let blocked = 0;
  for (;;) {
    const { run, main } = begin(program, runOptions(options));
    if (search.attempt(run, main)) {
      runs++;
      outcomes.add(run.end?.kind === 'panic' ? `panic ${run.end.message}` : outcomeOf(run, program));
    } else blocked++;
    if (!search.advance()) return { outcomes, runs, blocked, complete: true };
    if (runs + blocked >= most) return { outcomes, runs, blocked, complete: false };
  }
}

function outcomeOf(run: Run, program: RandomProgram): string {
  const waiting = run.waiting().map((one) => `${nameOf(run.tasks[one.task] as Task)} ${one.reason}`).sort().join(';');
  const message = run.end !== undefined && 'message' in run.end ? run.end.message : '';
  return `${run.end?.kind} ${message} [${waiting}] ${program.observed()} @${run.now()}`;
}

/** Which of several async calls of one function comes first is a matter of order, and their numbers are. */
const nameOf = ({ name, options }: Task): string => (options.kind === 'async' ? name.replace(/\d+$/, '') : name);
