/** Every sentence of the scheduler game: pure, so that each can be tested. */
import type { Exploration, Ready, Standing } from '#explore';
import { clean, list, outcome, shorten, taskName, toRow } from '#trace';
import { counted } from '../sentences.ts';

const switches = (count: number): string => (count === 0 ? 'no forced switch' : counted(count, 'forced switch', 'forced switches'));
const orders = (found: Exploration): number => found.outcomes.reduce((sum, each) => sum + each.count, 0);

/** The par, or how much is known about it. It does not tell whether the goal can be reached where the reader is to find that out. */
export function parWords(found: Exploration, tellsExistence: boolean): string {
  const { simplest, complete } = found;
  if (simplest === undefined || !tellsExistence) return complete ? '' : 'There are too many orders to try them all.';
  return `Par: ${switches(simplest.preemptions)}${simplest.proved ? '' : ' at most'}.`;
}

/** What the reader has done so far. */
export function soFar(moves: number, { forced }: Standing, hints: number): string {
  return [counted(moves, 'choice'), switches(forced), ...(hints === 0 ? [] : [counted(hints, 'hint')])].join(', ');
}

const MOST_TOLD = 3;

/** What came of letting `taken` go, and whose turn it could be now: what is spoken after a move. */
export function moveWords(before: Standing, taken: Ready, { trace, ready }: Standing): string {
  const done = trace.events.slice(before.trace.events.length).slice(-MOST_TOLD).map((event) => {
    const row = toRow(event, trace);
    return `${row.task}: ${[`${row.does} ${row.with}`.trim(), row.effect].filter(Boolean).join(', ')}.`;
  });
  // A start shows in no event: what it does is to come.
  const told = done.length > 0 ? done.join(' ') : `${taskName(trace, taken.task)}: ${clean(taken.does)}.`;
  const who = [...new Set(ready.map(({ task }) => taskName(trace, task)))];
  return `${told} ${list(who)} can go.`;
}

/** What a button that lets somebody go says, besides the task. */
export interface ReadyWords {
  readonly task: string;
  readonly does: string;
  readonly line: string;
  readonly note: string;
}

export function readyWords({ trace }: Standing, ready: Ready, lineText: (line: number) => string | undefined): ReadyWords {
  const { place } = ready;
  const text = place?.file === undefined && place !== undefined ? lineText(place.line) : undefined;
  return {
    task: taskName(trace, ready.task),
    does: clean(ready.does),
    line: text === undefined || place === undefined ? '' : `line ${place.line}: ${shorten(text.trim(), 56)}`,
    note: ready.forced ? 'forced switch' : '',
  };
}

/** How a run that is over ended, in the reader's eyes. */
export function overWords(standing: Standing, goal: string, par: Exploration['simplest'], hints: number): string {
  const { trace, reached, forced } = standing;
  const how = outcome(trace) ?? (trace.output.length === 0 ? 'It ends, and prints nothing.' : `It ends, and prints ${shorten(clean(trace.output.join(', ')), 60)}.`);
  if (!reached) return `${how} That is not the goal: ${goal}. Undo, or start again.`;
  const helped = hints === 0 ? '' : `, ${counted(hints, 'hint')}`;
  const score = par === undefined ? '' : forced <= par.preemptions ? (par.proved ? ' No order does it with fewer.' : '') : ` It can be done with ${switches(par.preemptions)}.`;
  return `Done. ${how} You used ${switches(forced)}${helped}.${score}`;
}

/** The answer to “no order can do it”. */
export function claimWords(found: Exploration): { readonly right: boolean; readonly say: string } {
  const total = counted(orders(found), 'order');
  if ((found.reached ?? 0) > 0) return { right: false, say: 'Some order does it. Go on looking, or ask for a hint.' };
  if (!found.complete) return { right: false, say: `${total} were tried and none does it, but there are more: that is no proof. Try to make the program smaller.` };
  return { right: true, say: orders(found) === 1 ? 'Right, and proved: there is one order only, and it does not do it.' : `Right, and proved: all ${total} were tried, and none does it.` };
}

/** How far it is to the goal from here; `back`: how many choices have to be undone before it can be reached at all. */
export function hintWords(found: Exploration, here: Standing, back: number): string {
  if (back > 0) return `No order that begins like this reaches the goal. ${back === 1 ? 'Your last choice' : `One of your last ${back} choices`} closed the way: undo ${back === 1 ? 'it' : 'them'}.`;
  if (found.simplest === undefined) return found.complete ? 'No order that begins like this reaches the goal.' : 'None of the orders that were tried from here reaches the goal, but there are more.';
  const more = found.simplest.preemptions - here.forced;
  return more === 0 ? 'From here it can be reached without another forced switch.' : `The nearest order that reaches it needs ${counted(more, 'more forced switch', 'more forced switches')} from here.`;
}

/** The second hint at the same place: who to let go. */
export const nextWords = (standing: Standing, ready: Ready): string => `Let ${taskName(standing.trace, ready.task)} go: ${clean(ready.does)}.`;
