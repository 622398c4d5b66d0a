import { outcome, sentence, sliceSentence, type Trace } from '#trace';
import type { Other } from './beside.ts';
import { escapeMarkup } from '#base';
import { language, timeline } from '#words';
import type { Axis } from './scene.ts';
import { cycleView, lanesView, partingView, tableView, textView } from './views.ts';

const { still: words } = timeline;
/** What is said of a trace is English, also on a page that is not. */
export const inEnglish = language === 'en' ? '' : ' lang="en"';

export interface StillOptions {
  /** The step that the figure shows. Without it every arrow is at full strength. */
  readonly at?: number | undefined;
  /** The point of the figure, in a sentence: "Both tasks read 0, so one increment is lost". */
  readonly caption?: string | undefined;
  /** Traces with more steps than this are folded. */
  readonly foldOver?: number;
  /** The vertical lanes for narrow screens, as well as the horizontal ones. Costs about a third more. */
  readonly narrow?: boolean;
  /** Another order, drawn below. */
  readonly other?: Other | undefined;
}

/**
 * The whole figure as it stands without script: the point, the lanes, the sentence of the shown step, how the run ended,
 * and table and text folded away. `mountTimeline` makes it interactive in place.
 */
export function renderStill(
  trace: Trace,
  { at, caption, foldOver = 60, narrow = trace.events.length <= 40, other }: StillOptions = {},
): string {
  const views = narrow ? (['across', 'down'] as const) : (['across'] as const);
  const lanes = views.map((axis) => lanesBox(trace, { axis, at, foldOver, only: views.length === 1, other })).join('');
  const circle = cycleView(trace, views);
  const end = outcome(trace);
  const decided = sliceSentence(trace);
  return (
    `<figure class="hb-lanes"${at === undefined ? '' : ` data-at="${at}"`}>` +
    (caption ? `<figcaption>${escapeMarkup(caption)}</figcaption>` : '') +
    `<div class="view-lanes">${lanes}</div>` +
    (at === undefined ? '' : `<p class="sentence"${inEnglish}>${escapeMarkup(sentence(trace, at))}</p>`) +
    (end && at !== trace.events.length ? `<p class="outcome"${inEnglish}>${escapeMarkup(end)}</p>` : '') +
    (circle && `<div class="cycle">${circle}</div>`) +
    (other ? `<p class="parting-words"${inEnglish}>${escapeMarkup(partingView(trace, other))}</p>` : '') +
    (decided ? `<p class="decided"${inEnglish}>${decided}</p>` : '') +
    `<details class="view-table"><summary>${words.asTable}</summary><div class="scroll" tabindex="0" role="group" aria-label="${words.table}">${tableView(trace, { at, ...(caption && { caption }) }, other)}</div></details>` +
    `<details class="view-text"><summary>${words.asText}</summary><pre tabindex="0" role="group" aria-label="${words.text}">${escapeMarkup(textView(trace, other))}</pre></details>` +
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
    other,
  }: {
    readonly axis: Axis;
    readonly at?: number | undefined;
    readonly foldOver?: number;
    readonly relate?: boolean;
    readonly only?: boolean;
    readonly other?: Other | undefined;
  },
): string {
  const { html } = lanesView(trace, { axis, at, relate, ...(foldOver !== undefined && { foldOver }) }, other);
  return `<div class="lanes ${axis}${only ? ' only' : ''}${other ? ' pair' : ''}" tabindex="0" role="group" aria-label="${words.lanes}">${html}</div>`;
}
