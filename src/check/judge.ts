import { begin, Search, type Progress } from '#explore';
import type { Model, Run, Steps } from '#kernel';
import type { Place } from '#trace';
import { faultOf, rank, type Fault, type Played } from './classify.ts';
import { describeFailure } from './describe.ts';
import { countOf, headlineOf } from './headline.ts';
import { Measures, seenOf } from './limits.ts';
import { matchMistake } from './mistakes.ts';
import { readSpec } from './read-spec.ts';
import type { CheckSpec, Scene } from './spec.ts';
import type { Failure, SceneVerdict, Verdict } from './types.ts';

/** An answer and its check, compiled together. */
export interface Judged {
  /** Readies one run; `main` runs the modules of both files. */
  prepareWith(run: Run): { readonly model: Model; readonly main: () => Steps };
  readonly files?: readonly string[];
  readonly mainFile?: string;
  readonly locate?: (error: unknown) => Place | undefined;
  readonly checkFile: string;
  readonly answerFile: string;
  /** Text of the answer, for mistakes that are told by it. */
  readonly answerText: string;
}

export interface JudgeOptions {
  readonly now?: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** Tries so many times more orders before it stops looking. */
  readonly effort?: number;
}

const MAX_RUNS = 20_000;
/** Once a failure is known, so many more orders are counted. */
const MAX_RUNS_AFTER_FAILURE = 3_000;

/** The failing run to be shown: the one with the fewest forced switches, and then the shortest schedule. */
interface Worst {
  readonly fault: Fault;
  readonly seed: number;
  readonly schedule: string;
  readonly preemptions: number;
  /** Orders that were right: the first of all, and the first after it, which in a search depth first has much in common with it. */
  readonly near: readonly string[];
}

interface SceneResult extends SceneVerdict {
  readonly worst: Worst | undefined;
}

/** Plays every scene in every order, up to the first scene that fails, and says what was found. */
export function judge(judged: Judged, { now = () => 0, onProgress, effort = 1 }: JudgeOptions = {}): Verdict {
  const started = now();
  const spec = loadSpec(judged);
  const scenes: SceneResult[] = [];
  for (const [index, scene] of spec.scenes.entries()) {
    onProgress?.({ scene: scene.name, runs: 0, failures: 0 });
    const result = playScene(judged, scene, index, effort, onProgress);
    scenes.push(result);
    if (!result.passed) break;
  }
  const failed = scenes.find((scene) => !scene.passed);
  const failure = failed?.worst === undefined ? undefined : explain(judged, spec, failed, failed.worst);
  const counted = countOf(scenes);
  return {
    passed: failed === undefined,
    scenes: scenes.map(({ worst: _, ...scene }) => scene),
    ...counted,
    headline: headlineOf(failed === undefined, counted, failed, seedsOfSizes(spec.scenes.slice(0, scenes.length))),
    ...(failure === undefined ? {} : { failure }),
    ms: Math.round(now() - started),
  };
}

/** How many seeds the scenes that were played have, if all of them have limits. */
function seedsOfSizes(scenes: readonly Scene<unknown>[]): number | undefined {
  return scenes.every(({ limits }) => limits !== undefined) ? scenes.reduce((sum, { seeds }) => sum + (seeds?.length ?? 1), 0) : undefined;
}

/** The check file's default export. @throws MalformedCheck if it is no check, AnswerFailedToLoad if the files cannot be run. */
function loadSpec(judged: Judged): CheckSpec {
  let spec: unknown;
  const { run, main } = begin({ ...judged, prepare: (fresh) => reading(judged, fresh, (found) => (spec = found)) }, {});
  run.go(main);
  if (run.end?.kind !== 'ok' && spec === undefined) {
    const message = run.end !== undefined && 'message' in run.end ? run.end.message : 'it does not come to an end';
    throw new AnswerFailedToLoad(message, run.end !== undefined && 'place' in run.end ? run.end.place : undefined);
  }
  return readSpec(spec);
}

function reading(judged: Judged, run: Run, keep: (spec: unknown) => void): () => Steps {
  const { model, main } = judged.prepareWith(run);
  return function* () {
    yield* main();
    keep(model.exportsOf(judged.checkFile)['default']);
    return undefined;
  };
}

/** The answer's own top-level statements failed before any scene was played. */
export class AnswerFailedToLoad extends Error {
  override readonly name = 'AnswerFailedToLoad';
  readonly place: Place | undefined;

  constructor(message: string, place: Place | undefined) {
    super(message);
    this.place = place;
  }
}

/** Readies one run of one scene. `keep` is told what `play` returned. */
function playing(judged: Judged, index: number, run: Run, keep: (played: Played) => void): () => Steps {
  const { model, main } = judged.prepareWith(run);
  return function* () {
    yield* main();
    const spec = model.exportsOf(judged.checkFile)['default'] as CheckSpec;
    const scene = spec.scenes[index] as Scene<unknown>;
    const value: unknown = yield* model.call(scene.play, scene, [model.exportsOf(judged.answerFile)], run.pos);
    const accepted = typeof scene.expect === 'function' ? (yield* model.call(scene.expect, scene, [value], run.pos)) === true : undefined;
    keep({ value: copyOf(value), accepted });
    return undefined;
  };
}

/** The result as it is now: tasks that nobody waited for may still change it. */
function copyOf(value: unknown, depth = 20): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => copyOf(item, depth - 1));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyOf(item, depth - 1)]));
  if (value instanceof Set) return new Set(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, depth - 1)]));
}

function playScene(judged: Judged, scene: Scene<unknown>, index: number, effort: number, onProgress: JudgeOptions['onProgress']): SceneResult {
  let orders = 0;
  let right = 0;
  let complete = true;
  let worst: Worst | undefined;
  let cut: Worst | undefined;
  const neighbours = new Neighbours();
  const measures = new Measures();
  for (const seed of scene.seeds ?? [1]) {
    const search = new Search();
    neighbours.forget();
    const most = (scene.maxRuns ?? MAX_RUNS) * effort;
    for (let runs = 1; ; runs++) {
      const { run, fault, isWhole, value } = runOnce(judged, scene, index, seed, search);
      if (run.isUnfair) {
        complete = false;
        if (fault !== undefined) cut ??= { fault, seed, schedule: run.scheduleText(), preemptions: run.forcedSwitches, near: [] };
      }
      if (isWhole && !run.isUnfair) {
        orders++;
        if (scene.limits !== undefined) measures.add(seenOf(scene, value));
        if (fault === undefined) {
          right++;
          worst = neighbours.passed(run, worst);
        } else {
          const now = simpler(worst, { fault, seed, schedule: run.scheduleText(), preemptions: run.forcedSwitches, near: [] });
          if (now !== worst) worst = neighbours.failed(now);
        }
        if (run.end?.kind === 'livelock') complete = false;
      }
      if (runs % 16 === 0) onProgress?.({ scene: scene.name, runs: orders, failures: orders - right, estimate: Math.round(orders / Math.max(search.progress(), 1e-9)) });
      if (!search.advance()) break;
      if (runs >= most || (worst !== undefined && runs >= MAX_RUNS_AFTER_FAILURE)) {
        complete = false;
        break;
      }
      // A run that hits a limit is slow, and one says as much as many.
      if (run.end?.kind === 'livelock' && !run.isUnfair) break;
    }
    // Of a simulation all seeds are told: how far it is off is what there is to learn.
    if (worst !== undefined && scene.limits === undefined) break;
  }
  // One order that goes on for ever, because somebody is never let go, says nothing. If all of them do, nothing was right.
  if (orders === 0) worst ??= cut;
  return { name: scene.name, passed: orders > 0 && right === orders && worst === undefined, orders, right, complete, ...(scene.limits === undefined ? {} : { measures: measures.list() }), worst };
}

/** Right orders to set beside the worst one: the first of all, and the first after it. */
class Neighbours {
  #first: string | undefined;
  #wantsNext = false;

  forget(): void {
    this.#first = undefined;
    this.#wantsNext = false;
  }

  passed(run: Run, worst: Worst | undefined): Worst | undefined {
    // Every right run comes by here, and writing its schedule down takes time: only these two are.
    this.#first ??= run.scheduleText();
    if (!this.#wantsNext || worst === undefined) return worst;
    this.#wantsNext = false;
    return { ...worst, near: [...worst.near, run.scheduleText()] };
  }

  failed(worst: Worst): Worst {
    this.#wantsNext = true;
    return this.#first === undefined ? worst : { ...worst, near: [this.#first] };
  }
}

function runOnce(judged: Judged, scene: Scene<unknown>, index: number, seed: number, search: Search): { run: Run; fault: Fault | undefined; isWhole: boolean; value: unknown } {
  let played: Played | undefined;
  const { run, main } = begin({ ...judged, prepare: (fresh) => playing(judged, index, fresh, (result) => (played = result)) }, sceneOptions(scene, seed));
  const isWhole = search.attempt(run, main);
  return { run, fault: isWhole ? faultOf(run, scene, played) : undefined, isWhole, value: played?.value };
}

const sceneOptions = (scene: Scene<unknown>, seed: number) => ({
  mode: scene.mode ?? ('preemptive' as const),
  timers: scene.timers ?? ('any' as const),
  observeOutput: scene.output !== undefined,
  seed,
  maxSteps: scene.maxSteps ?? 5_000,
  ...(scene.cores === undefined ? {} : { cores: scene.cores }),
  ...(scene.freeThreaded === undefined ? {} : { freeThreaded: scene.freeThreaded }),
});

function simpler(before: Worst | undefined, now: Worst): Worst {
  if (before === undefined) return now;
  const order = rank(now.fault.kind) - rank(before.fault.kind) || now.preemptions - before.preemptions || now.schedule.length - before.schedule.length;
  return order < 0 ? now : before;
}

function explain(judged: Judged, spec: CheckSpec, failed: SceneResult, worst: Worst): Failure {
  const index = spec.scenes.findIndex((scene) => scene.name === failed.name);
  const scene = spec.scenes[index] as Scene<unknown>;
  return describeFailure({ judged, spec, scene, fault: worst.fault, schedule: worst.schedule, near: worst.near, prepare: (run) => playing(judged, index, run, () => {}), options: sceneOptions(scene, worst.seed), match: matchMistake });
}
