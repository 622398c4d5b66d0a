import { replay } from '#explore';
import type { Run, RunOptions, Steps } from '#kernel';
import { commonStart, firstLine, type Trace } from '#trace';
import type { Fault } from './classify.ts';
import type { Judged } from './judge.ts';
import { withoutComments, type matchMistake } from './mistakes.ts';
import { report } from './report.ts';
import type { CheckSpec, Scene } from './spec.ts';
import type { Failure, FailureKind } from './types.ts';

interface Parts {
  readonly judged: Judged;
  readonly spec: CheckSpec;
  readonly scene: Scene<unknown>;
  readonly fault: Fault;
  readonly schedule: string;
  /** Orders of the same scene that are right. */
  readonly near: readonly string[];
  readonly prepare: (run: Run) => () => Steps;
  readonly options: RunOptions;
  readonly match: typeof matchMistake;
}

/** Replays the failing order and puts it into words: the author's, if the mistake is known; the engine's otherwise. */
export function describeFailure({ judged, spec, scene, fault, schedule, near, prepare, options, match }: Parts): Failure {
  const traceOf = (order: string): Trace => replay({ ...judged, prepare }, order, options).trace();
  const trace = traceOf(schedule);
  const passing = near.map(traceOf).toSorted((a, b) => commonStart(trace, b) - commonStart(trace, a))[0];
  const waiting = trace.end.kind === 'deadlock' ? trace.end.waiting : trace.leaks;
  const known = match(spec.mistakes, { fault, scene: scene.name, waiting, code: judged.answerText });
  return {
    kind: fault.kind,
    scene: scene.name,
    ...(known === undefined ? {} : { mistake: known.name }),
    say: known?.mistake.say ?? missingExport(trace, judged) ?? fault.say ?? SENTENCES[fault.kind],
    report: report(fault.kind, trace, { ...fault, isMeasured: scene.limits !== undefined }),
    schedule: trace.schedule,
    step: decisiveStep(fault.kind, trace),
    trace,
    ...(passing === undefined ? {} : { passing }),
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
    ...(fault.got === undefined ? {} : { got: fault.got }),
    ...(trace.end.kind === 'panic' || trace.end.kind === 'error' ? { message: firstLine(trace.end.message) } : {}),
  };
}

/** The step to look at first: the second access of a race, the last forced switch before a wrong result, otherwise the end. */
function decisiveStep(kind: FailureKind, trace: Trace): number {
  const last = trace.events.length;
  if (kind === 'race') return trace.events.find((event) => event.races.some((step) => step < event.step))?.step ?? last;
  if (kind === 'wrong-result' || kind === 'wrong-output') return trace.events.findLast((event) => event.races.length > 0 || event.forced)?.step ?? last;
  return last;
}

/** Somebody who renames a function, or takes its `export` away, reads that rather than what `undefined` is not. */
function missingExport({ end }: Trace, { checkFile, answerText }: Judged): string | undefined {
  if (end.kind !== 'error' || end.place?.file !== checkFile) return undefined;
  const name = /^TypeError: (?:\w+\.)?([\w$]+) is not a function/.exec(end.message)?.[1];
  if (name === undefined || new RegExp(`\\bexport\\b([^\\n]*|\\s*\\{[^}]*)\\b${name.replaceAll('$', '\\$')}\\b`).test(withoutComments(answerText))) return undefined;
  return `The check calls “${name}”, and this program exports no function of that name. Keep its name, with “export” before it.`;
}

const SENTENCES: Readonly<Record<FailureKind, string>> = {
  'wrong-result': 'In the order below the result is not what it should be.',
  'wrong-output': 'In the order below it prints something else.',
  deadlock: 'In the order below everybody waits, and nobody can go on.',
  leak: 'The result is right, but in the order below a task is left waiting for ever.',
  race: 'The result may look right, but two tasks use the same data at the same time, and nothing orders them.',
  panic: 'In the order below the program breaks a rule and panics.',
  error: 'In the order below an error is thrown that nobody catches.',
  livelock: 'In the order below a task goes on and on, and the program does not come to an end.',
  limit: 'The program needs more steps than the check allows.',
  compile: 'The program does not compile.',
};
