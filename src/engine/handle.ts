import { AnswerFailedToLoad, judge, MalformedCheck } from '#check';
import { explore, NotDeterministicError, replay, stand, type Progress } from '#explore';
import { ReplayDivergedError, type RunOptions } from '#kernel';
import { ScheduleError } from '#trace';
import { load, type Listener, type Loaded } from './load.ts';
import type { Diagnostic, Reply, Request } from './types.ts';

type Emit = (reply: Reply) => void;
type Of<K extends Request['kind']> = Extract<Request, { kind: K }>;

export interface HandleOptions {
  /** Milliseconds of a real clock, for the `ms` of the replies. The engine itself has no clock. */
  readonly now?: () => number;
  /** An exploration stops after so many milliseconds and tells what it found. A check never does: its verdict depends on no clock. */
  readonly maxExploreMs?: number;
}

/**
 * Answers one request: `output` and `progress` while it goes on, then exactly one final reply. Never throws for what a program does;
 * a fault of the engine becomes a reply of kind `stopped` too.
 */
export function handle(request: Request, emit: Emit, options: HandleOptions = {}): void {
  try {
    if (request.kind === 'check') check(request, emit, options);
    else withProgram(request, emit, (loaded) => answer(loaded, request, emit, options));
  } catch (error) {
    emit(stopped(error));
  }
}

/** Whoever has asked for marks is told of them. */
const listener = ({ marksFrom: from }: Request, tell: Emit): Listener | undefined => (from === undefined ? undefined : { from, tell });

function withProgram(request: Request, emit: Emit, act: (loaded: Loaded) => void): void {
  const loading = load(request.program, request.program.entry, listener(request, emit));
  if (loading.ok) act(loading.loaded);
  else emit({ kind: 'refused', diagnostics: loading.diagnostics });
}

function answer(loaded: Loaded, request: Exclude<Request, { kind: 'check' }>, emit: Emit, options: HandleOptions): void {
  switch (request.kind) {
    case 'run': return run(loaded, request, emit, options);
    case 'explore': return exploreAll(loaded, request, emit, options);
    case 'stand': return emit({ kind: 'stands', standing: stand(loaded, request.schedule, { ...optionsOf(request), timers: request.timers ?? 'any' }, request.goal) });
    default: return request satisfies never;
  }
}

function run(loaded: Loaded, request: Of<'run'>, emit: Emit, { now }: HandleOptions): void {
  const stream = streaming(emit, now);
  const trace = replay(loaded, request.schedule, { ...optionsOf(request), timers: request.timers ?? 'any', onPrint: stream.print }).trace();
  stream.end();
  emit({ kind: 'ran', trace });
}

/** Passes lines on while the program prints, a few times a second; without a clock, all at the end. */
function streaming(emit: Emit, now: (() => number) | undefined): { print(line: string): void; end(): void } {
  let lines: string[] = [];
  let last = -Infinity;
  const end = (): void => {
    if (lines.length > 0) emit({ kind: 'output', lines });
    lines = [];
  };
  return {
    print: (line) => {
      lines.push(line);
      if (now === undefined || now() - last < 30) return;
      last = now();
      end();
    },
    end,
  };
}

function exploreAll(loaded: Loaded, request: Of<'explore'>, emit: Emit, { now, maxExploreMs }: HandleOptions): void {
  const { kind: _kind, program: _program, marksFrom: _from, ...wanted } = request;
  const options = { ...wanted, onProgress: nowAndThen(emit, now) };
  const exploration = explore(loaded, options, { ...(now === undefined ? {} : { now }), ...(maxExploreMs === undefined ? {} : { maxMs: maxExploreMs }) });
  const schedule = exploration.simplest?.schedule ?? exploration.outcomes[0]?.schedule;
  const trace = replay(loaded, schedule, { ...optionsOf(request), timers: request.timers ?? 'any' }).trace();
  emit({ kind: 'explored', exploration, trace });
}

function check(request: Of<'check'>, emit: Emit, { now }: HandleOptions): void {
  const { program, answer, check: checkFile, also = [], effort } = request;
  const entry = '(exercise).ts';
  const files = { ...program.files, [entry]: `import './${checkFile}';\nimport './${answer}';\n` };
  const loading = load(program.compiled === undefined ? { files, entry } : program, answer, listener(request, emit));
  if (!loading.ok) {
    emit({ kind: 'refused', diagnostics: loading.diagnostics });
    return;
  }
  const { loaded } = loading;
  try {
    const verdict = judge(
      { ...loaded, prepareWith: (fresh) => loaded.prepareWith(fresh), checkFile, answerFile: answer, answerText: [answer, ...also].map((file) => program.files[file] ?? '').join('\n') },
      { ...(now === undefined ? {} : { now }), ...(effort === undefined ? {} : { effort }), onProgress: nowAndThen(emit, now) },
    );
    emit({ kind: 'judged', verdict });
  } catch (error) {
    if (error instanceof MalformedCheck) {
      emit({ kind: 'refused', diagnostics: [{ file: checkFile, line: 1, column: 1, message: error.message, hint: error.hint }] });
      return;
    }
    if (!(error instanceof AnswerFailedToLoad)) throw error;
    const diagnostic: Diagnostic = { file: error.place?.file ?? answer, line: error.place?.line ?? 1, column: error.place?.column ?? 1, message: error.message, hint: 'This happens before any scene is played, when the file itself is run.' };
    emit({ kind: 'refused', diagnostics: [diagnostic] });
  }
}

/** Passes progress on a few times a second; without a clock, every so many runs. */
function nowAndThen(emit: Emit, now: (() => number) | undefined): (progress: Progress) => void {
  let last = now?.() ?? 0;
  let scene: string | undefined;
  return (progress) => {
    // Whoever stops it wants to know where it was.
    const isElsewhere = progress.scene !== scene;
    if (!isElsewhere && (now === undefined ? progress.runs % 256 !== 0 : now() - last < 150)) return;
    scene = progress.scene;
    last = now?.() ?? 0;
    emit({ kind: 'progress', progress });
  };
}

function optionsOf({ mode, cores, freeThreaded, maxSteps }: Of<'run'> | Of<'explore'> | Of<'stand'>): RunOptions {
  return { ...(mode === undefined ? {} : { mode }), ...(cores === undefined ? {} : { cores }), ...(freeThreaded === undefined ? {} : { freeThreaded }), ...(maxSteps === undefined ? {} : { maxSteps }) };
}

function stopped(error: unknown): Reply {
  if (error instanceof ScheduleError) return { kind: 'stopped', title: error.message, text: 'Try:    copy the whole schedule again, or explore the program for another one.' };
  if (error instanceof ReplayDivergedError || error instanceof NotDeterministicError) {
    const [title = '', ...rest] = error.message.split('\n');
    return { kind: 'stopped', title, text: rest.join('\n') };
  }
  const message = error instanceof Error ? error.message : String(error);
  const [title = '', ...rest] = message.split('\n');
  return { kind: 'stopped', title: title.startsWith('[internal]') ? title : `[internal] ${title}`, text: rest.join('\n') };
}
