import { outcome, sentence, sliceSentence, toText, type Trace } from '#trace';
import { escape } from './escape.ts';
import { layout } from './layout.ts';
import type { Axis } from './scene.ts';
import { toSvgParts } from './svg.ts';
import { toTable } from './table-html.ts';

export interface StillOptions {
  /** The step that the figure shows. Without it every arrow is at full strength. */
  readonly at?: number | undefined;
  /** The point of the figure, in a sentence: "Both tasks read 0, so one increment is lost". */
  readonly caption?: string | undefined;
  /** Traces with more steps than this are folded. */
  readonly foldOver?: number;
  /** The vertical lanes for narrow screens, as well as the horizontal ones. Costs about a third more. */
  readonly narrow?: boolean;
}

/**
 * The whole figure as it stands without script: the point, the lanes, the sentence of the shown step, how the run ended,
 * and table and text folded away. `mountTimeline` makes it interactive in place.
 */
export function renderStill(trace: Trace, { at, caption, foldOver = 60, narrow = trace.events.length <= 40 }: StillOptions = {}): string {
  const views = narrow ? (['across', 'down'] as const) : (['across'] as const);
  const lanes = views.map((axis) => lanesBox(trace, { axis, at, foldOver, only: views.length === 1 })).join('');
  const end = outcome(trace);
  const decided = sliceSentence(trace);
  return (
    `<figure class="hb-lanes"${at === undefined ? '' : ` data-at="${at}"`}>` +
    (caption ? `<figcaption>${escape(caption)}</figcaption>` : '') +
    `<div class="view-lanes">${lanes}</div>` +
    (at === undefined ? '' : `<p class="sentence">${escape(sentence(trace, at))}</p>`) +
    (end && at !== trace.events.length ? `<p class="outcome">${escape(end)}</p>` : '') +
    (decided ? `<p class="decided">${decided}</p>` : '') +
    `<details class="view-table"><summary>As a table</summary><div class="scroll" tabindex="0" role="group" aria-label="Table of the steps">${toTable(trace, { at, ...(caption && { caption }) })}</div></details>` +
    `<details class="view-text"><summary>As text</summary><pre tabindex="0" role="group" aria-label="The steps as text">${escape(toText(trace, { slice: true }))}</pre></details>` +
    '</figure>'
  );
}

/** The lanes in a box that scrolls by itself; the names stay in view. */
export function lanesBox(
  trace: Trace,
  {
    axis,
    at,
    foldOver,
    relate = false,
    only = false,
  }: {
    readonly axis: Axis;
    readonly at?: number | undefined;
    readonly foldOver?: number;
    readonly relate?: boolean;
    readonly only?: boolean;
  },
): string {
  const { names, lanes } = toSvgParts(layout(trace, { axis, at, relate, ...(foldOver !== undefined && { foldOver }) }));
  return `<div class="lanes ${axis}${only ? ' only' : ''}" tabindex="0" role="group" aria-label="Lanes, one for each task; the table says the same">${names}${lanes}</div>`;
}
