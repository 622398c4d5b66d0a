import type { CheckSpec } from './spec.ts';
import type { FailureKind } from './types.ts';

/** A check file that is no check: its author's fault, never the learner's. */
export class MalformedCheck extends Error {
  override readonly name = 'MalformedCheck';
  /** What to write. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const VERDICTS: Readonly<Record<FailureKind, true>> = {
  'wrong-result': true, 'wrong-output': true, deadlock: true, leak: true, race: true, panic: true, error: true, livelock: true, limit: true, compile: true,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** `value`, the default export of a check file, as a check. @throws MalformedCheck if it is none. */
export function readSpec(value: unknown): CheckSpec {
  const whole = 'write: export default check({ scenes: [{ name, play, expect }], mistakes: {} })';
  if (!isRecord(value)) throw new MalformedCheck('this file exports no check', whole);
  const { scenes, mistakes = {} } = value;
  if (!Array.isArray(scenes) || scenes.length === 0) throw new MalformedCheck('this check has no scenes', whole);
  for (const [index, scene] of scenes.entries()) readScene(scene, index + 1);
  if (!isRecord(mistakes)) throw new MalformedCheck('"mistakes" is not an object', "write: mistakes: { 'forgets-to-close': { verdict: 'deadlock', say: '…' } }");
  for (const [name, mistake] of Object.entries(mistakes)) readMistake(name, mistake);
  return { scenes, mistakes } as CheckSpec;
}

function readScene(scene: unknown, number: number): void {
  const { name, play, limits } = isRecord(scene) ? scene : {};
  if (typeof name !== 'string' || name === '') throw new MalformedCheck(`scene ${number} has no name`, "give it the words that a learner reads: name: 'three boxes'");
  if (typeof play !== 'function') throw new MalformedCheck(`the scene “${name}” has no function "play"`, 'write: play: async (answer) => …, which uses the answer and returns what "expect" is compared with');
  if (limits !== undefined) readLimits(name, limits);
}

/** Of limits: names with a number at one end or at both. */
function readLimits(name: string, limits: unknown): void {
  const write = "write: limits: { 'turned away': { atMost: 0 } }, and return { 'turned away': … } from play";
  if (!isRecord(limits) || Object.keys(limits).length === 0) throw new MalformedCheck(`the scene “${name}” has limits that name nothing`, write);
  for (const [what, limit] of Object.entries(limits)) {
    const { atMost, atLeast, ...rest } = isRecord(limit) ? limit : {};
    const ends = [atMost, atLeast].filter((end) => end !== undefined);
    if (ends.length === 0 || Object.keys(rest).length > 0 || !ends.every((end) => typeof end === 'number')) throw new MalformedCheck(`the limit “${what}” of the scene “${name}” is not { atMost, atLeast } with numbers`, write);
    if (typeof atMost === 'number' && typeof atLeast === 'number' && atMost < atLeast) throw new MalformedCheck(`the limit “${what}” of the scene “${name}” allows nothing: at least ${atLeast} is more than at most ${atMost}`, write);
  }
}

function readMistake(name: string, mistake: unknown): void {
  const { verdict, say } = isRecord(mistake) ? mistake : {};
  if (typeof verdict !== 'string' || !Object.hasOwn(VERDICTS, verdict)) throw new MalformedCheck(`the mistake “${name}” has no verdict that there is`, `write one of: ${Object.keys(VERDICTS).join(', ')}`);
  if (typeof say !== 'string' || say === '') throw new MalformedCheck(`the mistake “${name}” says nothing`, "write what the learner is to read: say: '…'");
}
