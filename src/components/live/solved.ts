import { keepSolved, keepTried, type Solved, type Tried } from '#progress';
import { keeping } from '#words';
import { storage } from './drafts.ts';

/** Says to whatever shows progress on this page that an exercise was solved: `detail` is a `Solved`. */
export const solvedEvent = 'happens-before:solved';

/** What the reader has shown, besides which exercise it is. */
export type Evidence = Pick<Solved, 'code' | 'verdict' | 'hints' | 'schedule' | 'proof' | 'pieces' | 'sawSolution'>;

/** Keeps that the exercise of `root` was solved. Returns what to tell the reader if it could not be kept. */
export function tellSolved(root: HTMLElement, evidence: Evidence): string | undefined {
  const solved: Solved = { exercise: root.dataset.exercise!, title: root.dataset.name!, on: new Date().toISOString().slice(0, 10), ...evidence };
  const kept = keepSolved(storage(), solved);
  root.dispatchEvent(new CustomEvent(solvedEvent, { bubbles: true, detail: solved }));
  return kept === 'kept' ? undefined : keeping.solved[kept];
}

/** Keeps what was checked and is not right yet. That there is no room for it is not worth a word. */
export function tellTried(root: HTMLElement, tried: Pick<Tried, 'code' | 'verdict' | 'schedule'>): void {
  keepTried(storage(), { exercise: root.dataset.exercise!, title: root.dataset.name!, on: new Date().toISOString().slice(0, 10), ...tried });
}
