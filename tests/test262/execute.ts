import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script, createContext } from 'node:vm';
import { compile } from '#compile';
import type { FrontMatter } from './front-matter.ts';
import type { Ended } from './realm.ts';

/** What came of one file of the suite. `message`: what it said, or what we said to it. */
export type Outcome =
  | { readonly kind: 'passed' }
  /** The compiler would not have it. */
  | { readonly kind: 'refused'; readonly message: string }
  /** It did something else than it should have. */
  | { readonly kind: 'failed'; readonly message: string };

/** How tasks take turns. */
export type Mode = 'cooperative' | 'preemptive';

const TIMEOUT = 5_000;

/** Runs files of a suite: each lowered by our compiler, and run in the model, in a realm of its own. */
export class Runner {
  readonly #suite: string;
  readonly #mode: Mode;
  readonly #kernel: Script;
  readonly #harness = new Map<string, { readonly text: string; readonly script: Script | undefined }>();

  constructor(suite: string, kernel: string, mode: Mode) {
    this.#mode = mode;
    this.#suite = suite;
    this.#kernel = new Script(`${kernel}\nrealm;`, { filename: 'kernel.js' });
  }

  execute(text: string, { flags, includes, negative }: FrontMatter): Outcome {
    const helpers = ['assert.js', 'sta.js', ...includes].map((name) => this.#helper(name));
    // Helpers that wait belong to the program; the others are part of the realm.
    const source = [...helpers.filter(({ script }) => script === undefined).map((helper) => helper.text), text];
    const compiled = compile({ 'main.ts': source.join('\n;\n') }, 'main.ts');
    if (!compiled.ok) {
      const message = compiled.diagnostics.map((one) => one.message).join('; ');
      return negative?.phase === 'parse' ? { kind: 'passed' } : { kind: 'refused', message };
    }
    const done: unknown[] = [];
    const context = createContext({ $DONE: (error?: unknown) => void done.push(error), print: () => undefined, structuredClone });
    const whole = new Script('globalThis').runInContext(context) as Record<string, unknown>;
    whole['$262'] = { global: whole, destroy: () => undefined, gc: () => undefined };
    for (const { script } of helpers) script?.runInContext(context);
    const realm = this.#kernel.runInContext(context) as { runLowered(code: string, whole: object, mode: Mode): Ended };
    whole['realm'] = undefined;
    Object.assign(whole, { $run: () => realm.runLowered(compiled.program.code, whole, this.#mode) });
    let ended: Ended;
    try {
      ended = new Script('$run()').runInContext(context, { timeout: TIMEOUT }) as Ended;
    } catch (error) {
      // The host's own parser, on the lowered text: a mistake that our compiler let through.
      if (negative?.phase === 'parse' && nameOf(error) === negative.type) return { kind: 'failed', message: `only the host's parser refuses it: ${show(error)}` };
      return { kind: 'failed', message: `the lowered text: ${show(error)}` };
    }
    return judge(ended, done, flags.includes('async'), negative);
  }

  /**
   * Whether the host itself, without us, does what the file asks for. What V8 does not do either, we do not claim. Files that import have
   * no such control.
   */
  passesInHost(text: string, { flags, includes, negative }: FrontMatter): boolean {
    if (flags.includes('module')) return true;
    const done: unknown[] = [];
    const context = createContext({ $report: (error?: unknown) => void done.push(error), print: () => undefined }, { microtaskMode: 'afterEvaluate' });
    // A function of that realm: the jobs of another one's functions are not run there.
    new Script('{ const report = $report; globalThis.$DONE = (error) => report(error); }').runInContext(context);
    const whole = new Script('globalThis').runInContext(context) as Record<string, unknown>;
    whole['$262'] = { global: whole, destroy: () => undefined, gc: () => undefined };
    let ended: Ended = { kind: 'ok' };
    try {
      for (const name of ['assert.js', 'sta.js', ...includes]) new Script(this.#helper(name).text, { filename: name }).runInContext(context);
      const script = new Script(`'use strict';\n${text}`);
      if (negative?.phase === 'parse') return false;
      script.runInContext(context, { timeout: TIMEOUT });
    } catch (error) {
      if (negative?.phase === 'parse') return nameOf(error) === negative.type;
      ended = { kind: 'threw', error };
    }
    return judge(ended, done, flags.includes('async'), negative).kind === 'passed';
  }

  #helper(name: string): { readonly text: string; readonly script: Script | undefined } {
    let helper = this.#harness.get(name);
    if (helper === undefined) {
      const text = readFileSync(path.join(this.#suite, 'harness', name), 'utf8');
      const waits = /\b(async|await|Promise)\b/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
      helper = { text, script: waits ? undefined : new Script(text, { filename: name }) };
      this.#harness.set(name, helper);
    }
    return helper;
  }
}

function judge(ended: Ended, done: readonly unknown[], isAsync: boolean, negative: FrontMatter['negative']): Outcome {
  if (negative !== undefined) {
    if (negative.phase === 'parse') return { kind: 'failed', message: `accepted, and should be a ${negative.type}` };
    if (ended.kind === 'threw' && nameOf(ended.error) === negative.type) return { kind: 'passed' };
    return { kind: 'failed', message: `should end with a ${negative.type}` };
  }
  if (ended.kind === 'threw') return { kind: 'failed', message: show(ended.error) };
  if (!isAsync) return ended.kind === 'ok' ? { kind: 'passed' } : { kind: 'failed', message: ended.message };
  if (done.length === 0) return { kind: 'failed', message: ended.kind === 'stopped' ? ended.message : '$DONE was not called' };
  if (done.length > 1) return { kind: 'failed', message: '$DONE was called twice' };
  return done[0] === undefined ? { kind: 'passed' } : { kind: 'failed', message: show(done[0]) };
}

const nameOf = (error: unknown): string => {
  if (error === undefined || error === null) return String(error);
  return String((error as { constructor?: { name?: string } }).constructor?.name);
};

/** An error in one line, whatever it is. */
function show(error: unknown): string {
  try {
    const { message } = error as { message?: unknown };
    return `${nameOf(error)}: ${String(message ?? error)}`.replace(/\s+/g, ' ').slice(0, 300);
  } catch {
    return 'something that cannot be printed';
  }
}
