/** Scenes, expectations, verdicts, and the sentence that the learner reads. */
export type * from './types.ts';
export { check, type CheckSpec, type Mistake, type Scene } from './spec.ts';
export { AnswerFailedToLoad, judge, type Judged, type JudgeOptions } from './judge.ts';
export { MalformedCheck } from './read-spec.ts';
export { report } from './report.ts';
export { isSame } from './same.ts';
