import type { Diagnostic, Reply } from '#engine';
import type { Mark } from '#editor';
import { outcome, type Place, type Trace } from '#trace';

/** A remark under the output: what happened, and the lines that it is about. */
export interface Remark {
  readonly kind: 'wrong' | 'hint' | 'plain';
  readonly say: string;
  /** More lines of text, set as code. */
  readonly text?: string | undefined;
  readonly lines: readonly number[];
  /** Lines of the reader's other files. */
  readonly elsewhere?: readonly FileLine[];
}

export interface FileLine {
  readonly file: string;
  readonly line: number;
}

const isOwn = (place: Place | undefined): place is Place => place !== undefined && place.file === undefined;

/** The reader's own lines among `places`, each once, in order. */
const linesOf = (places: readonly (Place | undefined)[]): readonly number[] => [...new Set(places.filter(isOwn).map((place) => place.line))].sort((a, b) => a - b);

/** Those in other files, each once. What is not the reader's to see, such as the check, is left out where this is shown. */
const elsewhereOf = (places: readonly (Place | undefined)[]): readonly FileLine[] => {
  const found = places.flatMap((place) => (place?.file === undefined ? [] : [{ file: place.file, line: place.line }]));
  return [...new Map(found.map((spot) => [`${spot.file} ${spot.line}`, spot])).values()];
};

/** Lines for a remark: those of the main file, and of others if there are any. */
const spots = (places: readonly (Place | undefined)[]): Pick<Remark, 'lines' | 'elsewhere'> => {
  const elsewhere = elsewhereOf(places);
  return { lines: linesOf(places), ...(elsewhere.length > 0 && { elsewhere }) };
};

/** A thrown value that is no error knows no line; the last one that its task reached is close. */
const lastPlace = (trace: Trace, task: number): Place | undefined =>
  trace.events.findLast((event) => event.task === task && event.place !== undefined)?.place;

/** What there is to say about a run that did not end well, or in which two steps race. */
export function remarksOf(trace: Trace): readonly Remark[] {
  const { end } = trace;
  const sentence = outcome(trace);
  const places =
    end.kind === 'deadlock'
      ? end.waiting.map((each) => each.place)
      : end.kind === 'ok'
        ? trace.leaks.map((each) => each.place)
        : [end.place ?? lastPlace(trace, end.task)];
  const raced = trace.events.filter((event) => event.races.length > 0);
  const name = trace.resources.find((resource) => resource.id === raced[0]?.resource)?.name;
  const race = {
    kind: 'wrong' as const,
    say: `Race${name === undefined ? '' : ` on ${name}`}: two tasks use it, one of them writes, and nothing puts one before the other.`,
    ...spots(raced.map((event) => event.place)),
  };
  const forgotten = [...Map.groupBy(trace.unawaited ?? [], ({ call }) => call)].map(([call, all]) => ({
    kind: 'hint' as const,
    say: `${call}() was not awaited: the program goes on before it is done.`,
    ...spots(all.map(({ place }) => place)),
  }));
  return [
    ...(sentence === undefined ? [] : [{ kind: 'wrong' as const, say: /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`, ...spots(places) }]),
    ...(raced.length === 0 ? [] : [race]),
    ...forgotten,
  ];
}

/** The file that the reader sees and edits. */
const isMain = (file: string): boolean => file === 'main.ts';

export const remarksOfDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Remark[] =>
  diagnostics.map(({ file, line, message, hint }) =>
    isMain(file)
      ? { kind: 'wrong', say: message, text: hint, lines: [line] }
      : { kind: 'wrong', say: message, text: hint, lines: [], elsewhere: [{ file, line }] },
  );

/** `scene`: of an exercise, the one that was being played. */
export const remarkOfStop = ({ title, text, place }: Extract<Reply, { kind: 'stopped' }>, scene?: string): Remark => ({
  kind: title === 'stopped' ? 'plain' : 'wrong',
  say: scene === undefined ? title : `${title}, in the scene “${scene}”`,
  text,
  ...spots([place]),
});

export const marksOf = (remarks: readonly Remark[]): readonly Mark[] =>
  remarks.flatMap(({ lines, elsewhere = [], say, kind }) =>
    [...lines.map((line) => ({ line })), ...elsewhere].map((spot) => ({ ...spot, message: say, kind: kind === 'wrong' ? ('wrong' as const) : ('hint' as const) })),
  );

export const marksOfDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Mark[] =>
  diagnostics
    .map(({ file, line, column, length, message, hint }) => ({
      ...(isMain(file) ? {} : { file }),
      line,
      column,
      message: hint === undefined ? message : `${message}\n${hint}`,
      kind: 'wrong',
      ...(length === undefined ? {} : { length }),
    }));
