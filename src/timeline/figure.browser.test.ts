import { afterEach, describe, expect, it } from 'vitest';
import { renderStill } from './still.ts';
import { mountTimeline } from './figure.ts';
import type { MountOptions, TimelineHandle } from './figure-types.ts';
import { layout } from './layout.ts';
import { toPicture } from './picture.ts';
import { withStyles } from './taking.ts';
import { buffered, lostUpdate } from './testing/index.ts';

describe('the interactive figure', () => {
  const handles: TimelineHandle[] = [];
  afterEach(() => {
    for (const handle of handles.splice(0)) handle.destroy();
    document.body.replaceChildren();
  });

  function mount(options: MountOptions = {}) {
    const box = document.createElement('div');
    box.style.width = '900px';
    box.innerHTML = renderStill(lostUpdate, { at: 7, caption: 'One increment is lost' });
    document.body.append(box);
    const handle = mountTimeline(box, lostUpdate, options);
    handles.push(handle);
    const range = box.querySelector('input')!;
    const press = (key: string, more: KeyboardEventInit = {}): void =>
      void range.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    return { box, handle, range, press };
  }

  it('TR52 starts at the step of the still and keeps its caption', () => {
    const { box, range } = mount();
    expect(range.getAttribute('aria-valuetext')).toBe('Step 7 of 14: b writes counter, 1. Race with steps 4 and 6.');
    expect(box.querySelector('figcaption')?.textContent).toBe('One increment is lost');
  });

  it('TR53 tells the page the line of each step', () => {
    const lines: (readonly [number | undefined, number])[] = [];
    const { press } = mount({ onLine: (line, step) => lines.push([line, step]) });
    for (const key of ['ArrowRight', 'ArrowDown', 'Escape']) press(key);
    expect(lines).toEqual([
      [7, 8],
      [6, 7],
      [undefined, 0],
    ]);
  });

  it('TR53 leaves keys alone that belong to the browser', () => {
    const { press, range } = mount();
    press('ArrowRight', { ctrlKey: true });
    expect(range.value).toBe('7');
  });

  it('TR54 speaks a step that was taken by hand, unless the slider does', () => {
    const { box, range, press } = mount();
    range.focus();
    press('ArrowRight');
    expect(box.querySelector('.said')?.textContent).toBe('');
    box.querySelector<HTMLElement>('[data-act=on]')!.focus();
    box.querySelector<HTMLElement>('[data-act=on]')!.click();
    expect(box.querySelector('.said')?.textContent).toContain('Step 9 of 14');
  });

  it('TR55 shows the same step in the table', () => {
    const { box, press } = mount();
    press('t');
    expect(box.querySelector('[aria-current=step] th')?.textContent).toBe('7');
    box.querySelectorAll<HTMLElement>('tbody tr')[3]!.click();
    expect(box.querySelector('[aria-current=step] th')?.textContent).toBe('4');
  });

  it('TR56 offers the tasks that could have gone', () => {
    const chosen: number[][] = [];
    const { box } = mount({ onChoose: (step, task) => chosen.push([step, task]) });
    box.querySelector<HTMLElement>('.choices button')!.click();
    expect(box.querySelector('.choices')?.textContent).toBe('Let a go instead');
    expect(chosen).toEqual([[7, 1]]);
  });

  it('TR72 lights the steps of a line, also after they are drawn again', () => {
    const { box, handle, press } = mount();
    const lit = (): readonly (string | null)[] => [...box.querySelectorAll('rect.run.lit + text')].map((label) => label.textContent);
    handle.lightLine(6);
    const before = lit();
    expect(before.length).toBeGreaterThan(0);
    press('ArrowRight');
    expect(lit()).toEqual(before);
    handle.lightLine(undefined);
    expect(lit()).toEqual([]);
  });

  it('TR65 draws another order below, in table and text as well, and takes it away', () => {
    const { box, handle, press } = mount();
    handle.compare({ trace: buffered, label: 'Another' });
    expect(box.querySelectorAll('.lanes svg.steps')).toHaveLength(2);
    press('t');
    expect(box.querySelectorAll('table')).toHaveLength(2);
    handle.compare(undefined);
    expect(box.querySelectorAll('table')).toHaveLength(1);
  });

  it('TR65 offers the order before, once another has been chosen', () => {
    const { box, handle } = mount();
    handle.update(buffered, 3, { trace: lostUpdate, label: 'The order before' });
    box.querySelector<HTMLElement>('.choices button:last-child')!.click();
    expect(box.querySelector('.one-label')?.textContent).toBe('The order before');
    handle.update(buffered);
    expect(box.querySelector('.one-label')).toBeNull();
    expect(box.querySelector('.choices')?.textContent).not.toContain('before');
  });

  it('TR66 saves a picture whose colours need no stylesheet', () => {
    const { box } = mount();
    const svg = withStyles(toPicture([{ scene: layout(lostUpdate, { axis: 'across' }) }], { title: 't', text: 'd' }), box);
    expect(svg).not.toContain('class=');
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
    expect(svg).toMatch(/<rect[^>]* style="[^"]*fill:rgb/);
    expect(box.querySelector('.unseen')).toBeNull();
  });

  it('TR57 shows another trace, and leaves the still as it was when it goes', () => {
    const { box, handle, range } = mount();
    handle.update(buffered, 3);
    expect(range.max).toBe(String(buffered.events.length));
    expect(box.querySelector('.sentence')?.textContent).toContain('producer sends shelf, 2');
    handle.destroy();
    expect(box.innerHTML).toContain('As a table');
  });
});
