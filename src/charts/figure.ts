import { drawBars } from './bars.ts';
import { escape } from './markup.ts';
import { drawPlot } from './plot.ts';
import { toTable } from './table.ts';
import type { Chart } from './types.ts';

export interface FigureOptions {
  /** In pixels of a reader who has not changed the size of text. */
  readonly width?: number;
}

/** A chart as a picture. It is hidden from who does not see it: the table says the same. */
export function toSvg(chart: Chart, { width = 640 }: FigureOptions = {}): string {
  return chart.kind === 'plot' ? drawPlot(chart, width) : drawBars(chart, width);
}

/** A chart as it stands on a page: the picture, what it shows in a sentence, and its numbers in a table. Needs no script. */
export function toFigure(chart: Chart, options: FigureOptions = {}): string {
  return `<figure class="chart-figure"><div class="chart-scroll" tabindex="0" role="group" aria-label="Picture: ${escape(chart.title)}">${toSvg(chart, options)}</div><figcaption>${escape(chart.title)}</figcaption><details><summary>The numbers</summary><div class="chart-scroll" tabindex="0" role="group" aria-label="Table: ${escape(chart.title)}">${toTable(chart)}</div></details></figure>`;
}
