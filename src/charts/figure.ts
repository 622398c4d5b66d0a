import { drawBars } from './bars.ts';
import { escape } from './markup.ts';
import { drawPlot } from './plot.ts';
import { toTable } from './table.ts';
import type { Chart } from './types.ts';

/** A chart as a picture. It is hidden from who does not see it: the table says the same. */
export function toSvg(chart: Chart): string {
  return chart.kind === 'plot' ? drawPlot(chart) : drawBars(chart);
}

/** A chart as it stands on a page: the picture, what it shows in a sentence, and its numbers in a table. Needs no script. */
export function toFigure(chart: Chart): string {
  return `<figure class="chart-figure"><div class="chart-scroll">${toSvg(chart)}</div><figcaption>${escape(chart.title)}</figcaption><details><summary>The numbers</summary><div class="chart-scroll">${toTable(chart)}</div></details></figure>`;
}
