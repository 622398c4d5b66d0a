import type { Standing } from '#explore';
import { holderWords, list, stateAt, taskName, waitPhrase, type Trace } from '#trace';
import { game } from '#words';
import { h } from '../dom.ts';
import { readyWords, soFar } from './words.ts';

export interface GameEvents {
  readonly onMove: (index: number) => void;
  readonly onUndo: () => void;
  readonly onRestart: () => void;
  readonly onRest: () => void;
  readonly onHint: () => void;
  readonly onClaim: () => void;
  readonly onGoal: (index: number) => void;
  readonly onLeave: () => void;
}

export interface GamePicture {
  readonly goal: string;
  readonly par: string;
  /** Goals to choose from; none: it is given. */
  readonly choices: readonly { readonly words: string; readonly isChosen: boolean }[];
  readonly standing: Standing;
  readonly moves: number;
  readonly hints: number;
  readonly lineText: (line: number) => string | undefined;
  /** What has just happened. It is spoken. */
  readonly say: string;
  /** Of a run that is over: whether the goal has been reached. */
  readonly end: 'right' | 'wrong' | undefined;
}

const { panel: words } = game;

const KEYS: readonly (readonly [string, string])[] = [
  ['1 – 9', game.keys.move],
  ['U', game.keys.undo],
  ['R', game.keys.rest],
  ['H', game.keys.hint],
  ['Esc', game.keys.leave],
];

/** The panel of the game. Drawn anew after each move; what had the focus has it again, or what came in its place. */
export class GameView {
  readonly #element: HTMLElement;
  readonly #events: GameEvents;
  readonly #goal = h('p', { class: 'game-goal' });
  readonly #said = h('p', { class: 'game-said', role: 'status' });
  readonly #ready = h('ol', { class: 'game-ready', role: 'list', 'aria-label': words.whoNext });
  readonly #waiting = h('p', { class: 'game-waiting' });
  readonly #count = h('p', { class: 'game-count' });
  readonly #acts = h('div', { class: 'game-acts', role: 'group', 'aria-label': words.acts });
  readonly #keys = h('dl', { class: 'game-keys', 'data-key-list': true, hidden: true });

  constructor(element: HTMLElement, events: GameEvents) {
    this.#element = element;
    this.#events = events;
    this.#keys.append(...KEYS.flatMap(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)]));
    element.replaceChildren(this.#goal, this.#ready, this.#waiting, this.#said, this.#acts, this.#count, this.#keys);
    element.dataset.keys = words.keysOf;
    element.onkeydown = (event) => this.#onKey(event);
  }

  get isHidden(): boolean {
    return this.#element.hasAttribute('hidden');
  }

  focus(): void {
    (this.#ready.querySelector('button') ?? this.#element).focus({ preventScroll: true });
  }

  hide(): void {
    this.#element.hidden = true;
  }

  say(text: string): void {
    this.#said.textContent = text;
  }

  draw(picture: GamePicture): void {
    const { standing, end } = picture;
    const focused = document.activeElement as HTMLElement | null;
    const key = this.#element.contains(focused) ? focused?.dataset.key : undefined;
    this.#element.hidden = false;
    this.#element.dataset.end = end ?? '';
    this.#goal.replaceChildren(...this.#drawGoal(picture));
    this.#ready.replaceChildren(...standing.ready.map((_, index) => h('li', {}, this.#drawReady(picture, index))));
    this.#waiting.textContent = waitingWords(standing.trace);
    this.say(picture.say);
    this.#count.textContent = picture.moves === 0 ? '' : words.soFar(soFar(picture.moves, standing, picture.hints));
    this.#acts.replaceChildren(...this.#drawActs(picture));
    if (key !== undefined) this.#refocus(key);
  }

  /** The same button, or for a task that cannot go on any more the first that can; at the end, what can be done then. */
  #refocus(key: string): void {
    const same = [...this.#element.querySelectorAll<HTMLElement>('[data-key]')].find((button) => button.dataset.key === key && !(button as HTMLButtonElement).disabled);
    const next = same ?? this.#ready.querySelector('button') ?? this.#acts.querySelector<HTMLElement>('button:not([disabled])') ?? this.#element;
    next.focus({ preventScroll: true });
  }

  #drawGoal({ goal, par, choices }: GamePicture): (Node | string)[] {
    if (choices.length < 2) return [h('span', {}, `${words.makeIt} `, h('strong', {}, goal), words.makeItEnd), par === '' ? '' : ` ${par}`];
    const select = h('select', { class: 'game-choose', 'data-key': 'goal' }, ...choices.map(({ words, isChosen }, index) => h('option', { value: index, selected: isChosen }, words)));
    select.onchange = () => this.#events.onGoal(Number(select.value));
    return [h('label', {}, `${words.makeIt} `, select), par === '' ? '' : ` ${par}`];
  }

  #drawReady({ standing, lineText }: GamePicture, index: number): HTMLButtonElement {
    const { task, does, line, note } = readyWords(standing, standing.ready[index]!, lineText);
    const button = h(
      'button',
      { type: 'button', class: 'game-task', 'data-key': `task ${task}`, ...(index < 9 && { 'aria-keyshortcuts': index + 1 }) },
      h('kbd', { 'aria-hidden': 'true' }, index < 9 ? String(index + 1) : ''),
      h('span', { class: 'game-who' }, h('b', {}, task), ' ', h('code', {}, does)),
      note !== '' && h('span', { class: 'game-note' }, note),
      line !== '' && h('span', { class: 'game-line' }, line),
    );
    button.onclick = () => this.#events.onMove(index);
    return button;
  }

  #drawActs({ moves, end, standing }: GamePicture): HTMLElement[] {
    const act = (key: string, label: string, run: () => void, isOff = false): HTMLElement => {
      const button = h('button', { type: 'button', class: 'live-button is-quiet', 'data-key': key, disabled: isOff }, label);
      button.onclick = run;
      return button;
    };
    const { onUndo, onRestart, onRest, onHint, onClaim, onLeave } = this.#events;
    const isOver = standing.ready.length === 0;
    return [
      act('undo', words.undo, onUndo, moves === 0),
      act('restart', words.restart, onRestart, moves === 0),
      ...(isOver ? [] : [act('rest', words.rest, onRest), act('hint', words.hint, onHint)]),
      ...(end === 'right' ? [] : [act('claim', words.claim, onClaim)]),
      act('keys', words.keys, () => this.#toggleKeys()),
      act('leave', words.leave, onLeave),
    ];
  }

  #toggleKeys(): void {
    this.#keys.hidden = !this.#keys.hidden;
  }

  /** Keys act while the panel has the focus, and leave to the browser what is pressed together with others. */
  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || (event.target as Element).matches('select')) return;
    const { onMove, onUndo, onRest, onHint, onLeave } = this.#events;
    const acts: Readonly<Record<string, () => void>> = { u: onUndo, r: onRest, h: onHint, escape: onLeave };
    const key = event.key.toLowerCase();
    if (/^[1-9]$/.test(key)) onMove(Number(key) - 1);
    else if (Object.hasOwn(acts, key)) acts[key]!();
    else return;
    event.preventDefault();
  }
}

/** “main waits for wg, and b waits to lock ink, held by a.” */
function waitingWords(trace: Trace): string {
  const waiting = [...stateAt(trace, trace.events.length)].flatMap(([task, state]) => {
    if (state.kind !== 'blocked' && state.kind !== 'stuck') return [];
    const holder = holderWords(state, trace);
    return [`${taskName(trace, task)} ${waitPhrase(state.reason, state.resource, trace)}${holder === undefined ? '' : ` (${holder})`}`];
  });
  return waiting.length === 0 ? '' : `${list(waiting)}.`;
}
