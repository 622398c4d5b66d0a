/**
 * Runs requests of a stranger: one process for each batch, behind a wall of the operating system or in QuickJS, and killed from outside.
 * Whatever a program does, each request gets a final reply, and the next one its turn.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Reply, Request } from '#engine';
import type { Boundary } from './node-boundary.ts';
import { stops } from './messages.ts';
import { defaultLimits, over, up, type Assignment, type Limits } from './protocol.ts';
import { isFinal, readReply } from './replies.ts';

export interface BatchOptions {
  readonly boundary: Boundary;
  /** The bundle of the engine, as text. */
  readonly engine: string;
  /** For each request, from the end of the one before. */
  readonly timeoutMs?: number;
  readonly limits?: Partial<Limits>;
  /** After so many requests that had to be ended by force, the others of the batch are not run: nobody may hold up all the rest. */
  readonly mostEnded?: number;
}

/** A busy machine may need seconds to start a process. */
const START_MS = 30_000;
/** Frames of a reply are bounded in the realm; beyond this somebody has got out of it. */
const LONGEST_LINE = 2 * defaultLimits.reply;

/**
 * Resolves with the final reply to each of `requests`, in their order. A request that hangs, fills the memory or ends its process is answered by `stopped`; the
 * ones after it run in a new process. Never rejects for what a program does.
 */
export async function runBatch(requests: readonly Request[], options: BatchOptions): Promise<readonly Reply[]> {
  const { mostEnded = 5 } = options;
  const replies: Reply[] = [];
  for (let ended = 0; replies.length < requests.length; ended++) {
    if (ended >= mostEnded) return [...replies, ...requests.slice(replies.length).map(stops.notRun)];
    const before = replies.length;
    const why = await runProcess(requests.slice(before), options, (reply) => replies.push(reply));
    // The process is gone, and the one that it was about has no answer.
    if (replies.length < requests.length) replies.push(why ?? stops.crashed('the process ended without an answer'));
  }
  return replies;
}

/** One process. Resolves, when it is gone, with what to answer to the request that it left open, if it left one. */
async function runProcess(requests: readonly Request[], { boundary, engine, timeoutMs = 20_000, limits }: BatchOptions, done: (reply: Reply) => void): Promise<Reply | undefined> {
  const [first, ...more] = requests.map((request) => JSON.stringify(request));
  if (first === undefined) return undefined;
  const nonce = randomBytes(16).toString('hex');
  const assignment: Assignment = { request: first, more, limits: { ...defaultLimits, ...limits } };
  const child = start(boundary);
  const listening = new Listening(nonce, requests.length, done);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('error', (error) => listening.fail(stops.crashed(String(error))));
  let timer = setTimeout(() => listening.fail(stops.crashed(`it did not start within ${START_MS / 1000} s`)), START_MS);
  listening.onTurn = () => {
    clearTimeout(timer);
    timer = setTimeout(() => listening.fail(stops.tookTooLong(timeoutMs)), timeoutMs);
  };
  child.stdout!.setEncoding('utf8').on('data', (part: string) => listening.hear(part));
  // The child may be gone before it has read all of this.
  child.stdin!.on('error', () => {}).end(JSON.stringify({ nonce, engine, assignment }));
  child.once('exit', (code, signal) => listening.fail(signal !== null || code === ABORTED || code === KILLED ? stops.ranOutOfMemory() : stops.crashed(`exit code ${code}`)));
  const why = await listening.end;
  clearTimeout(timer);
  kill(child);
  await gone;
  return why;
}

/** What a wall makes of the signals by which a process ends that finds no memory: 128, and the signal's number. */
const ABORTED = 128 + 6;
const KILLED = 128 + 9;

/** Those that run now. None outlives this process, unless that is killed: then the wall ends it, or its own clock. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(kill));

function start({ command, args }: Boundary): ChildProcess {
  const [program = '', ...rest] = command;
  // A group of its own, so that whatever it starts ends with it.
  const child = spawn(program, [...rest, ...args], { stdio: ['pipe', 'pipe', 'ignore'], detached: true, env: { TZ: 'UTC', PATH: '/usr/bin:/bin', ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }) } });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** What one process says, line by line. A line without the nonce comes from somebody who should not be able to speak. */
class Listening {
  readonly #nonce: string;
  readonly #done: (reply: Reply) => void;
  readonly #ended = Promise.withResolvers<Reply | undefined>();
  #open: number;
  #parts: string[] = [];
  #length = 0;
  #final: Reply | undefined;
  /** A request begins. */
  onTurn: () => void = () => {};

  constructor(nonce: string, open: number, done: (reply: Reply) => void) {
    this.#nonce = nonce;
    this.#open = open;
    this.#done = done;
  }

  get end(): Promise<Reply | undefined> {
    return this.#ended.promise;
  }

  fail(why: Reply): void {
    this.#open = 0;
    this.#ended.resolve(why);
  }

  hear(part: string): void {
    // A long line comes in many parts; they are put together once.
    const [first = '', ...rest] = part.split('\n');
    this.#parts.push(first);
    this.#length += first.length;
    for (const next of rest) {
      if (this.#open === 0) return;
      const line = this.#parts.join('');
      [this.#parts, this.#length] = [[next], next.length];
      if (!line.startsWith(this.#nonce)) return this.fail(stops.saidNonsense());
      this.#take(line.slice(this.#nonce.length));
    }
    if (this.#length > LONGEST_LINE) this.fail(stops.saidNonsense());
  }

  #take(said: string): void {
    if (said === up) return this.onTurn();
    if (said !== over) {
      const reply = readReply(said);
      if (reply === undefined) return this.fail(stops.saidNonsense());
      if (isFinal(reply)) this.#final ??= reply;
      return;
    }
    this.#done(this.#final ?? stops.saidNonsense());
    this.#final = undefined;
    this.#open -= 1;
    if (this.#open === 0) this.#ended.resolve(undefined);
    else this.onTurn();
  }
}
