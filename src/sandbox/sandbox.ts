import type { Reply, Request } from '#engine';
import engineUrl from 'virtual:sandbox/engine';
import { createFrame, type Frame } from './frame.ts';
import { stops } from './messages.ts';
import { defaultLimits, type FromSupervisor, type Limits } from './protocol.ts';
import { isFinal, readReply } from './replies.ts';
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
}

const watches: Record<Request['kind'], Watch> = {
  run: { limit: 5_000, silence: 3_000 },
  explore: { limit: 10_000, silence: 3_000 },
  check: { limit: 10_000, silence: 3_000 },
  stand: { limit: 5_000, silence: 3_000 },
};

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
 */
export class Sandbox {
  readonly #address: string;
  #engine: Promise<string> | undefined;
  #frame: Promise<Frame> | undefined;
  #current: Current | undefined;
  #jobs = 0;

  /** `engine`: address of the worker's script. */
  constructor(engine: string = engineUrl) {
    this.#address = engine;
  }

  /** Loads the engine and starts the frame, so that a run that follows begins at once. Call it when a run is likely. */
  warm(): void {
    this.#ready().catch(() => {});
  }

  /** Runs `request`. A job that is under way is stopped first: a page runs one program at a time. */
  run(request: Request, hear: (reply: Reply) => void = () => {}, options: RunOptions = {}): Job {
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
        if (reply.kind === 'stopped') this.#kill();
        resolve(reply);
      },
      watchdog: undefined,
    };
    this.#current = current;
    void this.#begin(current, request, options);
    return { done, stop: () => current.finish(stops.byReader()) };
  }

  /** Removes the frame, for a page that is left without being unloaded. */
  close(): void {
    this.#current?.finish(stops.byReader());
    this.#kill();
  }

  async #begin(current: Current, request: Request, { watch, limits }: RunOptions): Promise<void> {
    try {
      const frame = await this.#ready();
      if (this.#current !== current) return;
      const ping = { to: 'ping', n: current.job } as const;
      const alarms: Record<Alarm, () => Reply> = {
        'took-too-long': () => stops.tookTooLong(limit),
        'went-silent': () => stops.wentSilent(silence),
        'frame-gone': stops.ranOutOfMemory,
      };
      const { limit, silence } = { ...watches[request.kind], ...watch };
      current.watchdog = startWatchdog(
        { limit, silence },
        () => frame.send(ping),
        (alarm) => current.finish(alarms[alarm]()),
      );
      frame.send({
        to: 'run',
        job: current.job,
        assignment: { request: JSON.stringify(request), limits: { ...defaultLimits, ...limits } },
      });
    } catch (error) {
      current.finish(stops.didNotStart(error instanceof Error ? error.message : String(error)));
    }
  }

  async #ready(): Promise<Frame> {
    this.#engine ??= loadEngine(this.#address);
    this.#frame ??= createFrame((message) => this.#hear(message)).then(async (frame) => {
      frame.send({ to: 'load', engine: await this.#engine! });
      return frame;
    });
    try {
      return await this.#frame;
    } catch (error) {
      this.#engine = undefined;
      this.#kill();
      throw error;
    }
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
  #kill(): void {
    const frame = this.#frame;
    this.#frame = undefined;
    void frame?.then((made) => made.remove()).catch(() => {});
  }
}

async function loadEngine(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The engine could not be loaded (${answer.status}).`);
  return answer.text();
}

export const openSandbox = (engine?: string): Sandbox => new Sandbox(engine);
