import { parseSchedule, type Mode } from '#trace';

/**
 * What a link to one order of a program carries, in the part of the address that no browser sends to a server:
 * `#run=<base64url of compact JSON>`. Whoever opens it has to trust nothing: what is read here is checked field by field, is
 * only ever shown as text, and does not run before somebody presses a button.
 */
export interface SharedRun {
  /** Id of the program or exercise on its page: `program-lost-update`, `exercise-hold-the-lock`, `break-lose-one`. */
  readonly at: string;
  /** The whole text, if it is not the page's own. */
  readonly code?: string;
  /** Otherwise the digest of the page's own, so that a later change of the page can be told. */
  readonly of?: string;
  readonly mode: Mode;
  /** Left out: the order that a plain run takes. */
  readonly schedule?: string;
  /** The scene of an exercise in which the answer fails. */
  readonly scene?: string;
}

/** Why a fragment cannot be used: too much of it, cut or mistyped, or made by something else. */
export type LinkProblem = 'too-long' | 'garbled' | 'foreign';
export type LinkReading = { readonly ok: true; readonly run: SharedRun } | { readonly ok: false; readonly why: LinkProblem };

export const linkPrefix = '#run=';
/** Longer fragments are neither made nor read. Mail and chat programs begin to cut long before. */
export const longestFragment = 65_536;

const modes: Readonly<Record<Mode, true>> = { preemptive: true, cooperative: true, cpython: true };
const ids = /^(program|exercise|break)-[\w.-]{1,200}$/;

/** The fragment for `run`, or `undefined` if it would be longer than a fragment may be. */
export function encodeRun({ at, code, of, mode, schedule, scene }: SharedRun): string | undefined {
  const compact = { p: at, c: code, d: of, m: mode === 'preemptive' ? undefined : mode, s: schedule, n: scene };
  const fragment = linkPrefix + toBase64Url(JSON.stringify(compact));
  return fragment.length > longestFragment ? undefined : fragment;
}

/**
 * True if a run stopped because its order asks for what the program cannot do. `title` is the engine’s first line about it;
 * a test holds the two together.
 */
export const isAstray = (title: string): boolean => /^replay went differently|^schedule word/.test(title);

/** Reads a fragment; `undefined` if it is of another kind, such as that of a heading. Never throws. */
export function readRun(fragment: string): LinkReading | undefined {
  if (!fragment.startsWith(linkPrefix)) return undefined;
  if (fragment.length > longestFragment) return { ok: false, why: 'too-long' };
  const value = fromJson(fragment.slice(linkPrefix.length));
  if (value === undefined) return { ok: false, why: 'garbled' };
  const run = check(value);
  return run === undefined ? { ok: false, why: 'foreign' } : { ok: true, run };
}

/** The run in `value`, or `undefined` if any field is not what it should be. Fields that we do not know are left out. */
function check(value: unknown): SharedRun | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const field = (name: string): unknown => (Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
  const [at, code, of, mode = 'preemptive', schedule, scene] = ['p', 'c', 'd', 'm', 's', 'n'].map(field);
  if (typeof at !== 'string' || !ids.test(at)) return undefined;
  if (![code, of, schedule, scene].every((each) => each === undefined || typeof each === 'string')) return undefined;
  if (typeof mode !== 'string' || !Object.hasOwn(modes, mode)) return undefined;
  if (schedule !== undefined && !isSchedule(schedule as string)) return undefined;
  const texts = Object.entries({ code, of, schedule, scene }).filter(([, text]) => text !== undefined);
  return { at, mode: mode as Mode, ...(Object.fromEntries(texts) as Partial<SharedRun>) };
}

function isSchedule(text: string): boolean {
  try {
    parseSchedule(text);
    return true;
  } catch {
    return false;
  }
}

function toBase64Url(text: string): string {
  // A character per byte, which is what btoa wants; not all at once, which would be too many arguments.
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** `undefined` for what is no base64url, no UTF-8 or no JSON. */
function fromJson(text: string): unknown {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
