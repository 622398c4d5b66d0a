import type { Event, Trace } from '#trace';
import { timeline } from '#words';

export type Action =
  | 'back'
  | 'on'
  | 'own-back'
  | 'own-on'
  | 'lane-up'
  | 'lane-down'
  | 'first'
  | 'last'
  | 'ten-back'
  | 'ten-on'
  | 'choice-back'
  | 'choice-on'
  | 'trouble'
  | 'play'
  | 'source'
  | 'table'
  | 'fold'
  | 'copy'
  | 'save'
  | 'clear'
  | 'help';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const KEYS: Readonly<Record<string, Action>> = {
  ArrowLeft: 'back',
  ArrowRight: 'on',
  ',': 'own-back',
  '.': 'own-on',
  ArrowUp: 'lane-up',
  ArrowDown: 'lane-down',
  Home: 'first',
  End: 'last',
  PageUp: 'ten-back',
  PageDown: 'ten-on',
  '[': 'choice-back',
  ']': 'choice-on',
  r: 'trouble',
  ' ': 'play',
  l: 'source',
  t: 'table',
  f: 'fold',
  c: 'copy',
  s: 'save',
  Escape: 'clear',
};

const { keys } = timeline;

/** What the button with the question mark shows, and the page's own list of keys (`?`) takes over. */
export const KEY_LIST: readonly (readonly [keys: string, does: string])[] = [
  ['← →', keys.steps],
  ['⇧← ⇧→ or , .', keys.own],
  ['↑ ↓', keys.lanes],
  ['Home End', keys.ends],
  ['PgUp PgDn', keys.ten],
  ['[ ]', keys.choices],
  ['R', keys.trouble],
  [keys.space, keys.play],
  ['L', keys.source],
  ['T', keys.table],
  ['F', keys.fold],
  ['C', keys.copy],
  ['S', keys.save],
  ['Esc', keys.clear],
];

export function actionOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Key): Action | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (shiftKey && key === 'ArrowLeft') return 'own-back';
  if (shiftKey && key === 'ArrowRight') return 'own-on';
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
}

/** The step that an action leads to from `at` (0: none is selected), or undefined if it does not move. */
export function stepAfter(action: Action, trace: Trace, at: number): number | undefined {
  const { events } = trace;
  const last = events.length;
  const next = (from: number, wanted: (e: Event) => boolean): number | undefined => events.find((e) => e.step > from && wanted(e))?.step;
  const previous = (from: number, wanted: (e: Event) => boolean): number | undefined =>
    events.findLast((e) => e.step < from && wanted(e))?.step;
  const here = events[at - 1];

  switch (action) {
    case 'back':
      return Math.max(1, at - 1);
    case 'on':
      return Math.min(last, at + 1);
    case 'first':
      return 1;
    case 'last':
      return last;
    case 'ten-back':
      return Math.max(1, at - 10);
    case 'ten-on':
      return Math.min(last, at + 10);
    case 'own-back':
      return previous(at, (e) => e.task === here?.task);
    case 'own-on':
      return next(at, (e) => !here || e.task === here.task);
    case 'lane-up':
      return nearest(trace, at, -1);
    case 'lane-down':
      return nearest(trace, at, 1);
    case 'choice-back':
      return previous(at, (e) => e.others.length > 0);
    case 'choice-on':
      return next(at, (e) => e.others.length > 0);
    case 'trouble':
      return next(at, isTrouble) ?? next(0, isTrouble);
    case 'play':
    case 'source':
    case 'table':
    case 'fold':
    case 'copy':
    case 'save':
    case 'clear':
    case 'help':
      return undefined;
    default:
      return action satisfies never;
  }
}

/** The step of the next task in that direction that is closest in time; lanes without a step are passed over. */
function nearest(trace: Trace, at: number, direction: 1 | -1): number | undefined {
  const lanes = trace.tasks.map((t) => t.id);
  const start = lanes.indexOf(trace.events[at - 1]?.task ?? lanes[0]!);
  for (let lane = start + direction; lane >= 0 && lane < lanes.length; lane += direction) {
    const own = trace.events.filter((e) => e.task === lanes[lane]);
    if (own.length > 0) return own.reduce((a, b) => (Math.abs(b.step - at) < Math.abs(a.step - at) ? b : a)).step;
  }
  return undefined;
}

function isTrouble(event: Event): boolean {
  return event.races.length > 0 || event.changes.some((c) => c.to.kind === 'failed' || c.to.kind === 'stuck');
}
