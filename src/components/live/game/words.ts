/** Every sentence of the scheduler game: pure, so that each can be tested. */
import type { Exploration, Ready, Standing } from '#explore';
import { clean, outcome, shorten, taskName, toRow } from '#trace';
import { game } from '#words';

const { par, said } = game;
const orders = (found: Exploration): number => found.outcomes.reduce((sum, each) => sum + each.count, 0);

/** The par, or how much is known about it. It does not tell whether the goal can be reached where the reader is to find that out. */
export function parWords(found: Exploration, tellsExistence: boolean): string {
  const { simplest, complete } = found;
  if (simplest === undefined || !tellsExistence) return complete ? '' : par.unknown;
  return par.known(simplest.preemptions, simplest.proved);
}

/** What the reader has done so far. */
export function soFar(moves: number, { forced }: Standing, hints: number): string {
  return said.done(moves, forced, hints);
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
  return `${told} ${said.canGo(who)}`;
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
    line: text === undefined || place === undefined ? '' : game.panel.line(place.line, shorten(text.trim(), 56)),
    note: ready.forced ? game.panel.forced : '',
  };
}

/** How a run that is over ended, in the reader's eyes. */
export function overWords(standing: Standing, goal: string, best: Exploration['simplest'], hints: number): string {
  const { trace, reached, forced } = standing;
  const printed = trace.output.length === 0 ? undefined : shorten(clean(trace.output.join(', ')), 60);
  const bad = outcome(trace);
  const how = bad !== undefined ? said.endsBadly(bad, printed) : printed === undefined ? said.endsQuietly : said.endsPrinting(printed);
  if (!reached) return said.notTheGoal(how, goal);
  const score = best === undefined ? '' : forced <= best.preemptions ? (best.proved ? ` ${said.noFewer}` : '') : ` ${said.better(best.preemptions)}`;
  return `${said.reached(how, forced, hints)}${score}`;
}

/** The answer to “no order can do it”. */
export function claimWords(found: Exploration): { readonly right: boolean; readonly say: string } {
  const total = orders(found);
  if ((found.reached ?? 0) > 0) return { right: false, say: said.someDoes };
  if (!found.complete) return { right: false, say: said.noProof(total) };
  return { right: true, say: total === 1 ? said.provedOne : said.proved(total) };
}

/** How far it is to the goal from here; `back`: how many choices have to be undone before it can be reached at all. */
export function hintWords(found: Exploration, here: Standing, back: number): string {
  if (back > 0) return said.closed(back);
  if (found.simplest === undefined) return found.complete ? said.hopelessHere : said.noneTried;
  const more = found.simplest.preemptions - here.forced;
  return more === 0 ? said.noMore : said.more(more);
}

/** The second hint at the same place: who to let go. */
export const nextWords = (standing: Standing, ready: Ready): string => said.letGo(taskName(standing.trace, ready.task), clean(ready.does));
