import { commonStart, partingSentence, toText, type Trace } from '#trace';
import { timeline } from '#words';
import { layoutBeside, type Other } from './beside.ts';
import { cycleSentence, layoutCycle } from './cycle.ts';
import { escapeMarkup } from '#base';
import { layout, type LayoutOptions } from './layout.ts';
import type { Axis, Scene } from './scene.ts';
import { toCycleSvg, toSvgParts } from './svg.ts';
import { toTable, type TableOptions } from './table-html.ts';

/** The lanes as markup, and the scenes that they are drawn from: the second is that of the other order, if there is one. */
export function lanesView(
  trace: Trace,
  options: LayoutOptions,
  other?: Other,
): { readonly html: string; readonly scenes: readonly Scene[] } {
  if (!other) {
    const scene = layout(trace, options);
    return { html: pictures(scene), scenes: [scene] };
  }
  const { first, second } = layoutBeside(trace, other.trace, options);
  const html = `<div class="one">${pictures(first)}</div><p class="one-label">${escapeMarkup(other.label)}</p><div class="one">${pictures(second)}</div>`;
  return { html, scenes: [first, second] };
}

function pictures(scene: Scene): string {
  const { names, lanes } = toSvgParts(scene);
  return names + lanes;
}

export function tableView(trace: Trace, options: TableOptions, other?: Other): string {
  const own = toTable(trace, options);
  if (!other) return own;
  return own + toTable(other.trace, { from: commonStart(trace, other.trace) + 1, caption: otherCaption(trace, other) });
}

/** The text form; under it that of the other order, from where the two part. */
export function textView(trace: Trace, other?: Other): string {
  const own = toText(trace, { slice: true });
  if (!other) return own;
  const rest = toText(other.trace).split('\n').slice(commonStart(trace, other.trace));
  return [own, '', otherCaption(trace, other), ...rest].join('\n');
}

const otherCaption = (trace: Trace, { trace: other, label }: Other): string => {
  const common = commonStart(trace, other);
  return common === 0 ? label : timeline.table.fromStep(label, common + 1);
};

/** Where the two orders part, in a sentence; empty without another. */
export const partingView = (trace: Trace, other: Other | undefined): string => (other ? partingSentence(trace, other.trace) : '');

/** The circle of a deadlock: a picture, and the same in a sentence. Empty if there is none. */
export function cycleView(trace: Trace, axes: readonly Axis[]): string {
  const words = cycleSentence(trace);
  if (words === undefined) return '';
  const pictures = axes.map(
    (axis) => `<div class="${axis}${axes.length === 1 ? ' only' : ''}">${toCycleSvg(layoutCycle(trace, axis)!)}</div>`,
  );
  return `${pictures.join('')}<p>${escapeMarkup(words)}</p>`;
}
