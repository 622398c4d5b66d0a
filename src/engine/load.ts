import { compile, locate } from '#compile';
import type { Subject } from '#explore';
import { Model, unpackPlace, type Lowered, type Pos, type Run, type Steps } from '#kernel';
import type { Place } from '#trace';
import { markTeller } from './marks.ts';
import { modules } from './modules.ts';
import type { CompiledProgram, Diagnostic, Program, Reached } from './types.ts';

type Factory = ($: Lowered) => void;

/** A program whose code is ready to run. */
export interface Loaded extends Subject {
  /** Readies one run and hands out its runtime too, for what is to run after the program's own statements. */
  prepareWith(run: Run): { model: Model; main: () => Steps };
}

export type Loading = { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Whoever wants to know how far the program comes, from one of its marks on. */
export interface Listener {
  readonly from: number;
  readonly tell: (reached: Reached) => void;
}

/** Compiles `program`, unless that was done before, and makes it ready to run. For a listener it is compiled with marks. */
export function load(program: Program, mainFile = program.entry, listener?: Listener): Loading {
  const isMarked = listener !== undefined;
  const compiled = program.compiled === undefined || isMarked ? compile(program.files, program.entry, { isMarked }) : { ok: true as const, program: program.compiled };
  return compiled.ok ? { ok: true, loaded: fromCompiled(compiled.program, mainFile, listener) } : compiled;
}

/** Name of the generated code in stack traces. */
const SOURCE = 'happens-before-program.js';

function fromCompiled(program: CompiledProgram, mainFile: string, listener?: Listener): Loaded {
  const onMark = listener && markTeller(listener.from, (mark, next, pos) => listener.tell({ kind: 'reached', mark, next, place: placeAt(pos, program, mainFile) }));
  const factory = new Function('$', `${program.code}\n//# sourceURL=${SOURCE}`) as Factory;
  let model: Model | undefined;
  const prepareWith: Loaded['prepareWith'] = (run) => {
    if (model === undefined) factory((model = new Model(run, modules, onMark)));
    else model.attach(run);
    const serving = model;
    return { model: serving, main: () => serving.main() };
  };
  return {
    files: program.files,
    mainFile,
    prepareWith,
    prepare: (run) => prepareWith(run).main,
    locate: (error) => placeOf(error, program, mainFile),
  };
}

/** Where in the learner's text `error` was thrown, as far as its stack tells. */
function placeOf(error: unknown, program: CompiledProgram, mainFile: string): Place | undefined {
  const stack = stackOf(error);
  const found = stack === undefined ? null : /(?:happens-before-program\.js|<anonymous>|Function):(\d+):(\d+)/.exec(stack);
  if (found === null) return undefined;
  const at = locate(program, Number(found[1]));
  if (at === undefined) return undefined;
  const isMain = at.file === mainFile;
  // Columns of the generated code are not the learner's: only the line is right.
  return { line: at.line, column: 1, ...(isMain ? {} : { file: at.file }) };
}

function placeAt(pos: Pos, { files }: CompiledProgram, mainFile: string): Place {
  const { file, ...place } = unpackPlace(pos);
  return files[file] === mainFile ? place : { ...place, file: files[file] ?? '' };
}

/** The text of an error's stack. The program may have made it anything. */
function stackOf(error: unknown): string | undefined {
  try {
    const stack = error instanceof Error ? error.stack : undefined;
    return typeof stack === 'string' ? stack : undefined;
  } catch {
    return undefined;
  }
}
