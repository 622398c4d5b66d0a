/**
 * What a test of another course's runner has to hand: the course's primitives on real promises, and `play`, which plays the scenes of an exercise
 * once, in the order that happens to happen, as any test does that is written by hand. Loaded into the peers' own workers as `globalThis.HB`.
 *
 * It asserts all that a native test can: what `play` returns, errors, panics, rejections that nobody has asked about, standing still, not ending, and
 * goroutines left behind. It cannot ask for another order, and JavaScript has no data race for it to see.
 */
import { isSame, type CheckSpec, type Scene } from '#check';
import { takeCharge, type Body } from '#kernel';
import { NativeKernel } from '#runtime/native';
import * as go from '#runtime/go';
import * as lambda from '#runtime/lambda';
import * as threading from '#runtime/threading';
import { JumpingClock, RealTimers, type StoppableClock } from './clocks.ts';

/** `jumping`: time passes when nothing else can, as with fake timers. `real`: a sleep of a second takes one. */
export type ClockKind = 'jumping' | 'real';

/** Evaluates the modules of an answer and of its check, anew at each call. */
type Load = (library: typeof modules) => { readonly spec: CheckSpec; readonly answer: unknown };

const modules = { go, threading, lambda, check: { check: (spec: CheckSpec) => spec } };

/** Turns of the host in which nothing but timers is left: the kernel itself takes one at most before it goes on. */
const QUIET = 3;
/** Moves of the clock after which a scene counts as one that does not end. The engine's own limit is 5,000 steps. */
const MOST_MOVES = 2_000;

class KernelUnderTest extends NativeKernel {
  crashed: { readonly error: unknown } | undefined;
  readonly #atEnd: (() => Body<void>)[] = [];

  override print(): void {}

  override atEnd(body: () => Body<void>): void {
    this.#atEnd.push(body);
  }

  /** What follows main's own steps: threads that are no daemons are waited for. */
  async mainEnds(): Promise<void> {
    for (const body of this.#atEnd) await this.run(body());
  }

  override crash(error: unknown): void {
    this.crashed ??= { error };
  }
}

let underTest: KernelUnderTest | undefined;
globalThis.addEventListener('unhandledrejection', (event) => {
  if (underTest === undefined) return;
  event.preventDefault();
  underTest.crash(event.reason);
});

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();
/** After everything that the promises of this moment still lead to. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(undefined);
  });

/** How long the scenes of the last play took by their clocks. */
const last = { ms: 0 };

/** What is wrong with an answer, by scene; empty if nothing is. Stops at the first scene that fails, as the course does. */
async function play(load: Load, kind: ClockKind): Promise<string[]> {
  const scenes = inCharge(new KernelUnderTest(new JumpingClock()), () => load(modules).spec.scenes);
  last.ms = 0;
  for (const [index, scene] of scenes.entries()) {
    const clock = kind === 'real' ? new RealTimers() : new JumpingClock();
    const fault = await playScene(load, index, clock);
    clock.stop();
    last.ms += clock.now();
    if (fault !== undefined) return [`${scene.name}: ${fault}`];
  }
  return [];
}

function inCharge<R>(kernel: KernelUnderTest, body: () => R): R {
  const before = takeCharge(kernel);
  try {
    return body();
  } finally {
    takeCharge(before);
  }
}

async function playScene(load: Load, index: number, clock: StoppableClock): Promise<string | undefined> {
  const kernel = new KernelUnderTest(clock);
  const before = takeCharge(kernel);
  underTest = kernel;
  try {
    return await live(kernel, clock, () => mainOf(load, index, kernel));
  } finally {
    underTest = undefined;
    takeCharge(before);
  }
}

interface Played {
  readonly scene: Scene<unknown>;
  readonly isExpected: boolean;
}

async function mainOf(load: Load, index: number, kernel: KernelUnderTest): Promise<Played> {
  const { spec, answer } = load(modules);
  const scene = spec.scenes[index] as Scene<unknown>;
  if (scene.limits !== undefined || scene.output !== undefined) throw new Error('this scene needs the engine: it has limits, or lines to be printed');
  const value: unknown = await scene.play(answer);
  const isExpected = typeof scene.expect === 'function' ? (await (scene.expect as (value: unknown) => unknown)(value)) === true : scene.expect === undefined || isSame(scene.expect, value);
  await kernel.mainEnds();
  return { scene, isExpected };
}

/** Runs a scene and all that it starts until nothing can go on. */
async function live(kernel: KernelUnderTest, clock: StoppableClock, main: () => Promise<Played>): Promise<string | undefined> {
  let played: Played | undefined;
  let failure: { readonly error: unknown } | undefined;
  main().then((value) => { played = value; }, (error: unknown) => { failure = { error }; });
  for (let moves = 0; ; moves++) {
    for (let quiet = 0; quiet < QUIET; quiet++) {
      await turn();
      failure ??= kernel.crashed;
      if (failure !== undefined) return `error: ${String((failure.error as Error | undefined)?.message ?? failure.error)}`;
    }
    if (played !== undefined && !played.isExpected) return 'wrong result';
    if (played !== undefined && (kernel.alive.size === 0 || played.scene.allowLeaks === true)) return undefined;
    if (moves >= MOST_MOVES) return played === undefined ? 'does not end' : undefined;
    const hasMoved = await clock.moveOn().catch(() => undefined);
    if (hasMoved === true) continue;
    if (hasMoved === undefined) return played === undefined ? 'timed out' : undefined;
    if (played === undefined) return 'stands still';
    return [...kernel.alive].some(({ options }) => options.kind === 'goroutine' || options.kind === 'async') ? 'leaves a goroutine behind' : undefined;
  }
}

const harness = { ...modules, play, last, silent: { log() {}, error() {}, warn() {}, info() {} } };
declare global {
  var HB: typeof harness;
}
globalThis.HB = harness;
