import { LINE, sharedCells, type Cells } from './cells.ts';
import { CELLS, type jobs } from './jobs.ts';
import { GO, STOP, type Jobs, type Peer, type Said, type SettingsOf, type Task } from './protocol.ts';
import { startWorker } from './start.ts';

/** What came of a job that several workers did at once. */
export interface Round<Result> {
  /** From the moment the first began until the last was done, in milliseconds. */
  readonly ms: number;
  /** One for each worker. */
  readonly results: readonly Result[];
  /** The memory that they shared, as they left it. */
  readonly cells: Cells;
}

export interface RoundOptions {
  /** How many of the crew take part; the others sleep. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
}

type WorkerPeer = Peer<Task, Said>;

/**
 * Workers that do the same job at the same time. They are started once, because that takes longer than most jobs; between rounds they sleep.
 *
 * @example
 * const crew = await Crew.open(4);
 * const { ms, results } = await crew.run('primes', { limit: 100_000, gil: false }, { workers: 4 });
 * crew.close();
 */
export class Crew<Known extends Jobs = typeof jobs> {
  readonly #peers: readonly WorkerPeer[];
  #hear: (id: number, said: Said) => void = () => {};
  #fail: (why: Error) => void = () => {};
  #isBusy = false;
  #broken: Error | undefined;

  private constructor(peers: readonly WorkerPeer[]) {
    this.#peers = peers;
  }

  /**
   * Starts `size` workers and waits until all are up.
   *
   * @throws ReferenceError where workers cannot share memory.
   * @throws RangeError if `size` is not a positive whole number.
   * @throws Error if a worker does not start.
   */
  static async open<Known extends Jobs = typeof jobs>(size: number, start: () => WorkerPeer = startWorker): Promise<Crew<Known>> {
    sharedCells(size);
    const crew = new Crew<Known>(Array.from({ length: size }, () => start()));
    try {
      await crew.#all('up', () => {});
    } catch (error) {
      crew.close();
      throw error;
    }
    return crew;
  }

  get size(): number {
    return this.#peers.length;
  }

  /**
   * Has the first `workers` of the crew do a job. They get the task, wait for one another, and begin at the same moment. Waits until the last is done.
   *
   * @throws what `signal` gives as its reason, once all workers have come to a place where they can stop.
   * @throws RangeError if there are not that many workers.
   * @throws Error if a round is under way, or if the job failed in a worker.
   */
  async run<Name extends keyof Known & string>(
    name: Name,
    settings: SettingsOf<Known[Name]>,
    { workers, signal }: RoundOptions,
  ): Promise<Round<ReturnType<Known[Name]>>> {
    if (this.#broken) throw this.#broken;
    if (this.#isBusy) throw new Error('Crew.run: a round is under way. Try: await it before the next.');
    if (!Number.isSafeInteger(workers) || workers < 1 || workers > this.size)
      throw new RangeError(`Crew.run: ${workers} of ${this.size} workers cannot take part. Try: a whole number from 1 to ${this.size}.`);
    signal?.throwIfAborted();
    this.#isBusy = true;
    const memory = sharedCells(LINE + CELLS).buffer;
    const signals = new Int32Array(memory, 0, LINE);
    const stop = (): void => void Atomics.store(signals, STOP, 1);
    signal?.addEventListener('abort', stop);
    try {
      const team = this.#peers.slice(0, workers);
      await this.#all('ready', () => team.forEach((peer, id) => peer.post({ id, job: name, settings, memory })), team);
      const said = await this.#all('done', () => (Atomics.store(signals, GO, 1), Atomics.notify(signals, GO)), team);
      signal?.throwIfAborted();
      const ms = Math.max(...said.map(({ to }) => to)) - Math.min(...said.map(({ from }) => from));
      return { ms, results: said.map(({ result }) => result as ReturnType<Known[Name]>), cells: new Int32Array(memory, 4 * LINE) };
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#isBusy = false;
    }
  }

  /** Ends the workers. Does not wait for them. */
  close(): void {
    const gone = new Error('Crew: it has been closed. Try: open another.');
    this.#broken ??= gone;
    this.#fail(gone);
    for (const peer of this.#peers) peer.close();
  }

  /** Waits until each of `team` has said `kind`. */
  #all<Kind extends 'up' | 'ready' | 'done'>(kind: Kind, begin: () => void, team = this.#peers): Promise<Extract<Said, { kind: Kind }>[]> {
    return new Promise((resolve, reject) => {
      const all: Extract<Said, { kind: Kind }>[] = [];
      let missing = team.length;
      this.#fail = reject;
      this.#hear = (id, said) => {
        if (said.kind === 'failed') return reject(this.#break(new Error(`A worker failed: ${said.message}`)));
        all[id] = said as Extract<Said, { kind: Kind }>;
        if (--missing === 0) resolve(all);
      };
      if (kind === 'up') this.#listen();
      begin();
    });
  }

  #listen(): void {
    this.#peers.forEach((peer, id) => peer.listen((said) => this.#hear(id, said), (why) => this.#fail(this.#break(why))));
  }

  /** After a failure nobody knows what the others are waiting for. */
  #break(why: Error): Error {
    this.#broken ??= why;
    for (const peer of this.#peers) peer.close();
    return why;
  }
}

