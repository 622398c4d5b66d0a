/**
 * A process of its own for the workers of Node. A worker that is out of memory should end alone, but V8 may end the whole process, and
 * with it a build, or a teacher's grading of all hand-ins. Here it ends the keeper, and the next run gets a new one.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { nodeHost } from './node-host.ts';
import type { Assignment } from './protocol.ts';

/**
 * Starts workers for its parent, one after the other, and passes on what they say. Ends with its parent, whatever a worker does. The
 * engine is compiled once for all of them, a quarter of the time of a small program.
 */
const keeperText = `
const { Worker } = require('node:worker_threads');
const { Script } = require('node:vm');
let engine, compiled, worker;
// Not by exit(), which waits for a worker that cannot be ended.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', async (said) => {
  if (said.engine !== undefined) {
    engine = said.engine;
    if (!engine.startsWith('file:')) compiled = new Script(engine, { filename: 'engine.js' }).createCachedData();
  }
  if (said.end) {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
    process.send({ ended: true });
  }
  if (said.assignment === undefined) return;
  const mine = new Worker(${JSON.stringify(nodeHost)}, {
    eval: true, workerData: { engine, compiled }, env: {}, stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: said.memoryMb, stackSizeMb: 4 },
  });
  worker = mine;
  const tell = (message) => { if (worker === mine) process.send(message); };
  mine.on('message', (message) => tell({ message }));
  mine.on('error', (error) => tell({ failed: { code: error.code, text: String(error.stack ?? error) } }));
  mine.on('exit', (code) => tell({ failed: { text: 'exit code ' + code } }));
  mine.postMessage(said.assignment);
});
`;

export interface Listener {
  message(said: unknown): void;
  failed(error: { readonly code?: string; readonly text: string }): void;
  /** The process is gone. */
  outOfMemory(): void;
}

type Said = { readonly message?: unknown; readonly failed?: { code?: string; text: string }; readonly ended?: boolean };

export class Keeper {
  readonly #child: ChildProcess;
  #listener: Listener | undefined;
  #ended: (() => void) | undefined;
  #isGone = false;

  constructor(engine: string) {
    // Local time is UTC, so that a program prints the same on every machine.
    const env = { TZ: 'UTC', ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }) };
    this.#child = spawn(process.execPath, ['-e', keeperText], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env });
    this.#child.on('message', (said: Said) => {
      if (said.ended === true) this.#ended?.();
      else if (said.failed !== undefined) this.#listener?.failed(said.failed);
      else this.#listener?.message(said.message);
    });
    this.#child.on('error', (error) => this.#listener?.failed({ text: String(error) }));
    this.#child.on('exit', (code) => {
      this.#isGone = true;
      // V8 ends the process by a signal, or a code of its own, where it finds no memory.
      if (code === 0) this.#listener?.failed({ text: 'the process ended' });
      else this.#listener?.outOfMemory();
      this.#ended?.();
    });
    this.#child.send({ engine });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  start(assignment: Assignment, memoryMb: number, listener: Listener): void {
    this.#listener = listener;
    this.#hold(true);
    this.#child.send({ assignment, memoryMb });
  }

  /** Ends the worker. True: the keeper can take another one. */
  async end(): Promise<boolean> {
    this.#listener = undefined;
    if (!this.#isGone) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#ended = resolve;
      this.#child.send({ end: true });
      // A built-in at work on a huge value does not let itself be ended. From here on nobody may be given this keeper, even if it still
      // says that the worker has ended: it would die with the next one, which would look like a program that took all memory.
      const patience = setTimeout(() => {
        this.#isGone = true;
        this.#child.kill('SIGKILL');
      }, 1_000);
      await promise;
      clearTimeout(patience);
      this.#ended = undefined;
    }
    this.#hold(false);
    return !this.#isGone;
  }

  /** Whether this process waits for the keeper before it ends. */
  #hold(waits: boolean): void {
    const [child, channel] = [this.#child, this.#child.channel];
    if (waits) {
      child.ref();
      channel?.ref();
    } else {
      child.unref();
      channel?.unref();
    }
  }
}
