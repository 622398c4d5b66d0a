/**
 * How much two answers have in common, by winnowing (Schleimer, Wilkerson and Aiken, 2003): the fingerprints of overlapping runs of tokens, of which the least in each
 * window is kept. Names and values do not count, nor what was given, nor what many have written.
 */

export interface Text {
  readonly who: string;
  readonly exercise: string;
  readonly code: string;
}

export interface Likeness {
  readonly one: string;
  readonly other: string;
  readonly exercises: readonly { readonly exercise: string; readonly share: number }[];
}

const RUN = 10;
const WINDOW = 5;
/** Less than this is too little to say anything of. */
const FEWEST = 8;
const LEAST_SHARE = 0.8;

const KEPT = new Set('await async for of while if else return try catch finally throw new break continue function const let'.split(' '));

/** Tokens, with comments left out and every name, number and text made the same. A property keeps its name: it is the library's, mostly. */
function tokensOf(code: string): string[] {
  const tokens = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(['"`])(?:\\.|(?!\1)[^\\])*\1|\.\w+|[A-Za-z_$][\w$]*|\d[\w.]*|[^\s\w]/g;
  return (code.match(tokens) ?? []).filter((token) => !token.startsWith('//') && !token.startsWith('/*')).map((token) => {
    if (/^['"`]/.test(token)) return 's';
    if (/^\d/.test(token)) return 'n';
    return /^[A-Za-z_$]/.test(token) && !KEPT.has(token) ? 'v' : token;
  });
}

/** Fingerprints of a program. */
export function fingerprints(code: string): Set<number> {
  const tokens = tokensOf(code);
  const hashes = Array.from({ length: Math.max(0, tokens.length - RUN + 1) }, (_, at) => hashOf(tokens.slice(at, at + RUN).join(' ')));
  const kept = new Set<number>();
  for (let at = 0; at + WINDOW <= hashes.length; at++) kept.add(Math.min(...hashes.slice(at, at + WINDOW)));
  return kept;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/**
 * Pairs whose answers are alike, those with the most such exercises first. `given` says what everybody had of an exercise. It is a hint: short answers to the same
 * question are alike by themselves.
 */
export function findLikeness(texts: readonly Text[], given: (exercise: string) => readonly string[]): readonly Likeness[] {
  const pairs = new Map<string, { one: string; other: string; exercises: { exercise: string; share: number }[] }>();
  for (const [exercise, all] of Map.groupBy(texts, (text) => text.exercise)) {
    const known = new Set(given(exercise).flatMap((text) => [...fingerprints(text)]));
    const own = all.map(({ who, code }) => ({ who, prints: fingerprints(code).difference(known) }));
    const spread = new Map<number, number>();
    for (const { prints } of own) for (const print of prints) spread.set(print, (spread.get(print) ?? 0) + 1);
    const common = Math.max(3, all.length / 5);
    const rare = own.map(({ who, prints }) => ({ who, prints: new Set([...prints].filter((print) => spread.get(print)! <= common)) })).filter(({ prints }) => prints.size >= FEWEST);
    for (const [index, one] of rare.entries()) {
      for (const other of rare.slice(index + 1)) {
        if (one.who === other.who) continue;
        const share = one.prints.intersection(other.prints).size / Math.min(one.prints.size, other.prints.size);
        if (share < LEAST_SHARE) continue;
        const key = JSON.stringify([one.who, other.who].sort());
        const pair = pairs.get(key) ?? { one: one.who, other: other.who, exercises: [] };
        pair.exercises.push({ exercise, share });
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.exercises.length - a.exercises.length || (a.one < b.one ? -1 : 1));
}
