import type { Reply, Request } from '#engine';
import type { Place } from '#trace';
import usual from 'virtual:sandbox/engine';
import withLambda from 'virtual:sandbox/engine-with-lambda';
import { createFrame, type Frame } from './frame.ts';
import { stops } from './messages.ts';
import { defaultLimits, type FromSupervisor, type Limits } from './protocol.ts';
import { isFinal, readReply } from './replies.ts';
import { endsBuiltIns, lookForPlace, PAUSE } from './search.ts';
import { startWatchdog, type Alarm, type Watch, type Watchdog } from './watchdog.ts';

export interface Job {
  /** The final reply. Never rejects: whatever goes wrong is a reply of kind `stopped`. */
  readonly done: Promise<Reply>;
  /** Ends the job now, whatever it is doing. */
  stop(): void;
}

export interface RunOptions {
  readonly watch?: Partial<Watch>;
  readonly limits?: Partial<Limits>;
  /**
   * After a job was ended for its silence, and as soon as that is known: the place of the program at which it got stuck. Undefined takes it back.
   * Whatever is run next ends the search.
   */
  readonly onPlace?: (place: Place | undefined) => void;
}

const watches: Record<Request['kind'], Watch> = {
  run: { limit: 5_000, silence: 3_000 },
  explore: { limit: 10_000, silence: 3_000 },
  check: { limit: 10_000, silence: 3_000 },
  stand: { limit: 5_000, silence: 3_000 },
};

/** Addresses of the worker's scripts. */
interface Engines {
  readonly usual: string;
  readonly withLambda: string;
}

/** A job that is under way. */
interface Current {
  readonly job: number;
  readonly hear: (reply: Reply) => void;
  readonly finish: (reply: Reply) => void;
  watchdog: Watchdog | undefined;
}

/**
 * The page's one sandbox: at most one frame, at most one job. The frame is made on first need and kept warm; it is removed,
 * and another made on next need, whenever a job has to be killed.
 *
 * There are two engines: the usual one, and one with `happens-before/lambda`, which most pages never need. The second can do all that
 * the first can, so a frame that has it is kept.
 */
export class Sandbox {
  readonly #engines: Engines;
  /** Address → text. Kept when a frame is killed. */
  readonly #texts = new Map<string, Promise<string>>();
  /** What the frame has loaded, or is to load. */
  #loaded: string | undefined;
  #frame: Promise<Frame> | undefined;
  #current: Current | undefined;
  #jobs = 0;

  constructor(engines: Engines) {
    this.#engines = engines;
  }

  /** Loads the engine and starts the frame, so that a run of a program out of `text` begins at once. Call it when one is likely. */
  warm(text = ''): void {
    // A job under way has the frame that it needs.
    if (this.#current === undefined) this.#ready(text).catch(() => {});
  }

  /** Runs `request`. A job that is under way is stopped first: a page runs one program at a time. */
  run(request: Request, hear: (reply: Reply) => void = () => {}, { onPlace, ...options }: RunOptions = {}): Job {
    return this.#start(request, hear, options, (ms) => {
      if (onPlace === undefined || !endsBuiltIns(navigator.vendor)) return;
      // What fills the memory is not to fill more of it now.
      const watch = { ...options.watch, limit: ms + PAUSE };
      const again = (marksFrom: number, listen: (reply: Reply) => void): Job | undefined =>
        this.#current === undefined ? this.#start({ ...request, marksFrom }, listen, { watch, limits: { replies: 10_000 } }) : undefined;
      void lookForPlace(again, onPlace);
    });
  }

  /** `onSilence` is told how long a job has lasted that was ended for its silence. */
  #start(request: Request, hear: (reply: Reply) => void, options: RunOptions, onSilence: (ms: number) => void = () => {}): Job {
    this.#current?.finish(stops.byNextRun());
    const job = ++this.#jobs;
    const { promise: done, resolve } = Promise.withResolvers<Reply>();
    const current: Current = {
      job,
      hear,
      finish: (reply) => {
        if (this.#current !== current) return;
        this.#current = undefined;
        current.watchdog?.stop();
        // Still running, or said to be: the one sure way to end it.
        if (reply.kind === 'stopped') void this.#kill();
        resolve(reply);
      },
      watchdog: undefined,
    };
    this.#current = current;
    void this.#begin(current, request, options, onSilence);
    return { done, stop: () => current.finish(stops.byReader()) };
  }

  /** Removes the frame, for a page that is left without being unloaded. */
  close(): void {
    this.#current?.finish(stops.byReader());
    void this.#kill();
  }

  async #begin(current: Current, request: Request, { watch, limits }: RunOptions, onSilence: (ms: number) => void): Promise<void> {
    try {
      const text = JSON.stringify(request);
      const frame = await this.#ready(text);
      if (this.#current !== current) return;
      const ping = { to: 'ping', n: current.job } as const;
      const alarms: Record<Alarm, () => Reply> = {
        'took-too-long': () => stops.tookTooLong(limit),
        'went-silent': () => stops.wentSilent(silence),
        'frame-gone': stops.ranOutOfMemory,
      };
      const { limit, silence } = { ...watches[request.kind], ...watch };
      const begun = performance.now();
      current.watchdog = startWatchdog(
        { limit, silence },
        () => frame.send(ping),
        (alarm) => {
          current.finish(alarms[alarm]());
          if (alarm === 'went-silent') onSilence(Math.min(limit, performance.now() - begun));
        },
      );
      frame.send({
        to: 'run',
        job: current.job,
        assignment: { request: text, limits: { ...defaultLimits, ...limits } },
      });
    } catch (error) {
      current.finish(stops.didNotStart(error instanceof Error ? error.message : String(error)));
    }
  }

  async #ready(text: string): Promise<Frame> {
    const needed = text.includes('happens-before/lambda') ? this.#engines.withLambda : this.#engines.usual;
    const before = this.#loaded !== needed && this.#loaded !== this.#engines.withLambda ? this.#kill() : undefined;
    this.#loaded ??= needed;
    const frame = (this.#frame ??= this.#make(this.#loaded, before));
    try {
      return await frame;
    } catch (error) {
      if (this.#frame === frame) void this.#kill();
      throw error;
    }
  }

  /** Waits until the frame `before` is gone: no other may be alive. */
  async #make(address: string, before: Promise<void> | undefined): Promise<Frame> {
    const engine = this.#texts.get(address) ?? loadEngine(address);
    this.#texts.set(address, engine);
    // Whoever waits for the frame hears of it, and tries again.
    engine.catch(() => this.#texts.delete(address));
    await before;
    const frame = await createFrame((message) => this.#hear(message));
    try {
      frame.send({ to: 'load', engine: await engine });
    } catch (error) {
      frame.remove();
      throw error;
    }
    return frame;
  }

  #hear(message: FromSupervisor): void {
    const current = this.#current;
    if (message.from === 'warm') return;
    if (current === undefined) return;
    if (message.from === 'pong') return current.watchdog?.ponged();
    if (message.job !== current.job) return;
    current.watchdog?.heard();
    if (message.from === 'reply') return this.#receive(current, message.text);
    if (message.from === 'ended') current.finish(message.why === 'crashed' ? stops.crashed(message.detail) : stops.saidNonsense());
  }

  #receive(current: Current, text: string): void {
    const reply = readReply(text);
    if (reply === undefined) return current.finish(stops.saidNonsense());
    current.hear(reply);
    if (isFinal(reply)) current.finish(reply);
  }

  /** Removes the frame now, or as soon as it is there: a second one must not live beside it. */
  async #kill(): Promise<void> {
    const frame = this.#frame;
    this.#frame = undefined;
    this.#loaded = undefined;
    await frame?.then((made) => made.remove()).catch(() => {});
  }
}

async function loadEngine(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The engine could not be loaded (${answer.status}).`);
  return answer.text();
}

/** With the engines of the course, or with `engine` for every program. */
export const openSandbox = (engine?: string): Sandbox => new Sandbox(engine === undefined ? { usual, withLambda } : { usual: engine, withLambda: engine });
