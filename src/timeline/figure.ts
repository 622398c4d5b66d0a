import { decisiveStep, eventAt, outcome, relationSentence, sentence, sliceSentence, stepsOfLine, taskName, type Trace } from '#trace';
import { timeline } from '#words';
import type { Other } from './beside.ts';
import { MOST_COLUMNS } from './fold.ts';
import { controlsHtml, VIEWS, type View } from './figure-html.ts';
import { actionOf, stepAfter, type Action } from './keys.ts';
import { makePlayer } from './player.ts';
import type { MountOptions, TimelineHandle } from './figure-types.ts';
import type { Axis, Scene } from './scene.ts';
import { copy, download, withStyles } from './taking.ts';
import { lightSteps, offer, stepUnder } from './pointing.ts';
import { pictureName, toPicture } from './picture.ts';
import { scrollTo } from './scroll.ts';
import { cycleView, lanesView, partingView, tableView, textView } from './views.ts';

/**
 * Below this width of the figure's own box the steps go downwards. A column of prose on a wide screen is just above it, a
 * telephone well below. The same number is in lanes.css.
 */
const NARROW = 520;

/**
 * Makes a still figure interactive, or fills an empty element. The caption stays; the picture is drawn again in the same
 * place, so nothing above the controls moves.
 */
export function mountTimeline(element: HTMLElement, trace: Trace, options: MountOptions = {}): TimelineHandle {
  const root = element.matches('.hb-lanes') ? element : (element.querySelector<HTMLElement>('.hb-lanes') ?? element);
  const still = root.innerHTML;
  const caption = root.querySelector('figcaption');
  const stillAt = Number(root.dataset['at'] ?? 0);
  root.innerHTML = controlsHtml();
  if (caption) root.prepend(caption);
  root.classList.add('hb-lanes', 'live');
  root.dataset['keys'] = timeline.controls.keysOf;

  const find = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;
  const panels: Readonly<Record<View, HTMLElement>> = { lanes: find('.lanes'), table: find('.scroll'), text: find('pre') };
  const range = find<HTMLInputElement>('input');
  const listening = new AbortController();
  const { signal } = listening;
  let at = clampStep(options.at ?? stillAt);
  let view: View = 'lanes';
  let unfolded = false;
  let lit: { readonly line: number; readonly file: string | undefined } | undefined;
  let axis: Axis = isNarrow() ? 'down' : 'across';
  let scene: Scene | undefined;
  let other = options.other;
  let before: Other | undefined;

  const player = makePlayer(
    root,
    () => {
      show(at >= trace.events.length ? 1 : at + 1);
      return at < trace.events.length;
    },
    showPlaying,
  );

  const resized = new ResizeObserver(() => {
    const now = isNarrow() ? 'down' : 'across';
    if (now === axis) return;
    axis = now;
    draw();
  });
  resized.observe(root);

  range.addEventListener('input', () => choose(range.valueAsNumber), { signal });
  root.addEventListener('keydown', onKey, { signal });
  root.addEventListener('click', onClick, { signal });
  draw();
  speakNothing();

  function isNarrow(): boolean {
    return root.clientWidth > 0 && root.clientWidth < NARROW;
  }
  function clampStep(step: number): number {
    return Math.max(0, Math.min(trace.events.length, Math.trunc(step) || 0));
  }

  /** A step that the reader took by hand: stops the player, and is spoken unless the slider speaks it. */
  function choose(step: number | undefined): void {
    if (step === undefined) return;
    player.stop();
    show(step);
    if (document.activeElement !== range) find('.said').textContent = words();
  }
  function show(step: number): void {
    const next = clampStep(step);
    if (next === at) return;
    at = next;
    draw();
    const place = eventAt(trace, at)?.place;
    options.onLine?.(place?.line, at, place?.file);
  }
  function speakNothing(): void {
    find('.said').textContent = '';
  }
  function words(): string {
    return at === 0 ? wholeRun(trace.events.length) : sentence(trace, at);
  }

  function draw(): void {
    const selected = at || undefined;
    switch (view) {
      case 'lanes': {
        const { html, scenes } = lanesView(trace, { axis, at: selected, relate: true, ...folding() }, other);
        scene = scenes[0]!;
        offerFolding(scene);
        panels.lanes.className = `lanes only ${axis}${other ? ' pair' : ''}`;
        panels.lanes.innerHTML = html;
        scrollTo(panels.lanes, scene);
        if (lit !== undefined) lightSteps(panels.lanes, scene, stepsOfLine(trace, lit.line, lit.file));
        break;
      }
      case 'table':
        panels.table.innerHTML = tableView(trace, { at: selected, relate: true }, other);
        panels.table.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
        break;
      case 'text':
        panels.text.textContent = textView(trace, other);
        break;
      default:
        view satisfies never;
    }
    range.max = String(trace.events.length);
    range.value = String(at);
    range.setAttribute('aria-valuetext', words());
    find('.sentence').textContent = words();
    find('.relation').textContent = (at && relationSentence(trace, at)) || '';
    find('.outcome').textContent = (at !== trace.events.length && outcome(trace)) || '';
    find('.parting-words').textContent = partingView(trace, other);
    find('.cycle').innerHTML = cycleView(trace, [axis]);
    find('.decided').textContent = sliceSentence(trace) ?? '';
    offerChoices();
  }

  function folding(): { readonly foldOver?: number } {
    if (unfolded) return { foldOver: Infinity };
    return options.foldOver === undefined ? {} : { foldOver: options.foldOver };
  }
  function offerFolding({ columns }: Scene): void {
    const button = find('[data-act=fold]');
    button.hidden = trace.events.length > MOST_COLUMNS || !(unfolded || columns.some((c) => c.fold));
    button.setAttribute('aria-pressed', String(unfolded));
  }

  function offerChoices(): void {
    const others = options.onChoose ? (eventAt(trace, at)?.others ?? []) : [];
    const offers = others.map((task) => offer(timeline.controls.letGo(taskName(trace, task)), () => options.onChoose?.(at, task)));
    if (other) offers.push(offer(timeline.controls.alone, () => compare(undefined)));
    else if (before) offers.push(offer(timeline.controls.compareBefore, () => compare(before)));
    else if (options.onCompare && decisiveStep(trace) !== undefined) offers.push(offer(timeline.controls.compareOther, options.onCompare));
    find('.choices').replaceChildren(...offers);
  }

  function compare(next: Other | undefined): void {
    const hadFocus = find('.choices').contains(document.activeElement);
    other = next;
    draw();
    // The button that was pressed has given way to another.
    if (hadFocus) find('.choices').querySelector<HTMLElement>('button:last-child')?.focus();
    find('.said').textContent = partingView(trace, other);
  }

  async function copyText(): Promise<void> {
    const said = await copy(textView(trace, other), () => {
      open('text', false);
      return panels.text;
    });
    find('.said').textContent = said;
  }
  function savePicture(): void {
    const title = caption?.textContent || outcome(trace) || words();
    const { scenes } = lanesView(trace, { axis, at: at || undefined, relate: true, ...folding() }, other);
    const parts = scenes.map((scene, index) => ({ scene, ...(index > 0 && other && { label: other.label }) }));
    const svg = withStyles(toPicture(parts, { title, text: textView(trace, other) }), root);
    download(`${pictureName(trace, options.name ?? '', at || undefined)}.svg`, svg);
    find('.said').textContent = timeline.controls.saved;
  }

  function showPlaying(): void {
    const button = find('[data-act=play]');
    button.textContent = player.isPlaying() ? '❙❙' : '▷';
    button.setAttribute('aria-label', player.isPlaying() ? timeline.controls.pause : timeline.controls.play);
  }

  function open(next: View, focus: boolean): void {
    view = next;
    for (const name of VIEWS) {
      panels[name].hidden = name !== view;
      const tab = find(`[data-view=${name}]`);
      tab.setAttribute('aria-selected', String(name === view));
      tab.tabIndex = name === view ? 0 : -1;
      if (focus && name === view) tab.focus();
    }
    draw();
  }

  function perform(action: Action): void {
    switch (action) {
      case 'play':
        return player.toggle();
      case 'table':
        return open(view === 'table' ? 'lanes' : 'table', false);
      case 'fold':
        if (find('[data-act=fold]').hidden) return;
        unfolded = !unfolded;
        return draw();
      case 'copy':
        return void copyText();
      case 'save':
        return savePicture();
      case 'clear':
        if (at === 0) (document.activeElement as HTMLElement | null)?.blur();
        return choose(0);
      case 'source': {
        const place = eventAt(trace, at)?.place;
        return place && options.onSource?.(place.line, at, place.file);
      }
      case 'help': {
        const keys = find('.keys');
        keys.hidden = !keys.hidden;
        return find('[data-act=help]').setAttribute('aria-expanded', String(!keys.hidden));
      }
      default:
        return choose(stepAfter(action, trace, at));
    }
  }

  function onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const onTab = target.getAttribute('role') === 'tab';
    const action = actionOf(event);
    if (!action) return;
    if (onTab && (action === 'back' || action === 'on')) {
      const by = action === 'on' ? 1 : VIEWS.length - 1;
      open(VIEWS[(VIEWS.indexOf(view) + by) % VIEWS.length] ?? 'lanes', true);
    } else if ((target.tagName === 'BUTTON' && action === 'play') || (target !== range && view !== 'lanes' && action.startsWith('lane'))) {
      return; // Space presses the button; arrows scroll what is longer than its box.
    } else perform(action);
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('button');
    if (button?.dataset['view']) return open(button.dataset['view'] as View, false);
    if (button?.dataset['act']) return perform(button.dataset['act'] as Action);
    const row = target.closest('tbody tr');
    if (row && row.closest('table') !== panels.table.querySelector('table')) return;
    if (row) return choose(Number.parseInt(row.querySelector('th')!.textContent));
    const picture = target.closest('svg.steps');
    // The other order has no slider of its own.
    if (!picture || !scene || picture !== panels.lanes.querySelector('svg.steps')) return;
    choose(stepUnder(event, picture, scene));
  }

  return {
    update(next, step, earlier) {
      player.stop();
      trace = next;
      at = clampStep(step ?? 0);
      unfolded = false;
      other = undefined;
      before = earlier;
      draw();
    },
    compare,
    lightLine(line, file) {
      lit = line === undefined ? undefined : { line, file };
      if (scene) lightSteps(panels.lanes, scene, stepsOfLine(trace, line, file));
    },
    goTo: (step) => show(step ?? 0),
    destroy() {
      player.stop();
      listening.abort();
      resized.disconnect();
      root.innerHTML = still;
      root.classList.remove('live');
      delete root.dataset['keys'];
    },
  };
}

const wholeRun = (steps: number): string => (steps === 0 ? 'No step yet' : steps === 1 ? 'One step' : `All ${steps} steps`);
