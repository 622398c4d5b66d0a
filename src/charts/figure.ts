import { drawBars } from './bars.ts';
import { escapeMarkup } from '#base';
import { charts } from '#words';
import { drawPlot, type Names } from './plot.ts';
import { toTable } from './table.ts';
import type { Chart } from './types.ts';

export interface FigureOptions {
  /** In pixels of a reader who has not changed the size of text. */
  readonly width?: number;
  /** Draws the chart a second time, for a narrow page. Styles show one of the two. */
  readonly alsoNarrow?: boolean;
}

/** What a page of 320 pixels has between its margins. */
const NARROW = 280;
const { figure: words } = charts;

/** A chart as a picture. It is hidden from who does not see it: the table says the same. */
export function toSvg(chart: Chart, { width = 640, names = 'beside' }: { readonly width?: number; readonly names?: Names } = {}): string {
  return chart.kind === 'plot' ? drawPlot(chart, width, names) : drawBars(chart, width, names);
}

/** A chart as it stands on a page: the picture, what it shows in a sentence, and its numbers in a table. Needs no script. */
export function toFigure(chart: Chart, { width = 640, alsoNarrow = false }: FigureOptions = {}): string {
  const title = escapeMarkup(chart.title);
  const scroll = (what: string, content: string): string => `<div class="chart-scroll" tabindex="0" role="group" aria-label="${what}: ${title}">${content}</div>`;
  const wide = toSvg(chart, { width });
  const pictures = alsoNarrow ? `<div class="chart-wide">${wide}</div><div class="chart-narrow">${toSvg(chart, { width: NARROW, names: 'below' })}</div>` : scroll(words.picture, wide);
  return `<figure class="chart-figure">${pictures}<figcaption>${title}</figcaption><details><summary>${words.numbers}</summary>${scroll(words.table, toTable(chart))}</details></figure>`;
}
