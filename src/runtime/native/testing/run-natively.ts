import { format, printThrown } from '#base';
import { kernel as inCharge, takeCharge, type Body } from '#kernel';
import * as go from '#runtime/go';
import * as threading from '#runtime/threading';
import { stripTypeScriptTypes } from 'node:module';
import { vi } from 'vitest';
import { bubble, leakCheck, NativeKernel, wait } from '../index.ts';
import { BubbleDeadlock, LeakError } from '#runtime/synctest/errors';

/** What came of a program on the native kernel, in the words of the explorer's outcomes. */
export interface NativeOutcome {
  readonly output: readonly string[];
  readonly end: 'ok' | 'deadlock' | 'panic' | 'error';
  /** What it failed with. */
  readonly message?: string;
}

const MODULES: Readonly<Record<string, object>> = { 'happens-before/go': go, 'happens-before/threading': threading, 'happens-before/testing': { bubble, leakCheck, wait, BubbleDeadlock, LeakError } };
const IMPORT = /^import (?:\* as (\w+)|\{([^}]*)\}) from '(happens-before\/\w+)';/gm;
type Main = (modules: Readonly<Record<string, object>>, console: object) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => Main;

/** A kernel that notes a crash rather than end the process. */
class KernelUnderTest extends NativeKernel {
  readonly #log: (line: string) => void;
  crashed: { readonly error: unknown } | undefined;

  constructor(log: (line: string) => void) {
    super();
    this.#log = log;
  }

  readonly #atEnd: (() => Body<void>)[] = [];

  override print(line: string): void {
    this.#log(line);
  }

  override atEnd(body: () => Body<void>): void {
    this.#atEnd.push(body);
  }

  /** What follows main's own steps. */
  async mainEnds(): Promise<void> {
    for (const body of this.#atEnd) await this.run(body());
  }

  protected override crash(error: unknown): void {
    this.crashed ??= { error };
  }
}

/**
 * Runs the text of a program as it stands, its types taken off, on the native kernel, with a fake clock. As in Go the program ends when
 * main does: what is printed later does not count. If nothing is left that could go on, it is a deadlock.
 */
export async function runNatively(text: string): Promise<NativeOutcome> {
  const output: string[] = [];
  const log = (...values: unknown[]): void => void output.push(format(values));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  const kernel = new KernelUnderTest(log);
  const before = takeCharge(kernel);
  let end: { readonly failed: boolean; readonly error?: unknown } | undefined;
  try {
    const main = new AsyncFunction('$modules', 'console', stripTypeScriptTypes(text.replace(IMPORT, inParameters)));
    void main(MODULES, { log, error: log }).then(() => kernel.mainEnds()).then(() => (end ??= { failed: false }), (error: unknown) => (end ??= { failed: true, error }));
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (kernel.crashed !== undefined) end = { failed: true, error: kernel.crashed.error };
      if (end?.failed === true) return { output: [...output], ...failureOf(end.error) };
      if (end !== undefined && ![...kernel.alive].some(({ options }) => options.keepsAlive)) return { output: [...output], end: 'ok' };
      if (vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
      // A bubble has turns of its own.
      else if (inCharge() === kernel) return { output: [...output], end: 'deadlock' };
    }
  } finally {
    takeCharge(before);
    vi.useRealTimers();
  }
}

const inParameters = (_line: string, all: string | undefined, some: string | undefined, from: string): string =>
  `const ${all ?? `{${some?.replace(/ as /g, ': ')}}`} = $modules['${from}'];`;

function failureOf(error: unknown): Pick<NativeOutcome, 'end' | 'message'> {
  if (error instanceof go.Panic) return { end: 'panic', message: error.message };
  return { end: 'error', message: printThrown(error) };
}
