/** Plots: figures in, pictures and tables out, as plain text. Nothing here knows where the figures come from or where the page is. */
export { ageChart, concurrencyChart, costChart, countsChart, depthChart, latencyChart } from './lambda.ts';
export { chartsOf, plotNames, type PlotName } from './measured.ts';
export { toFigure, toSvg, type FigureOptions } from './figure.ts';
export { rowsOf, toTable, toText } from './table.ts';
export type { Across, Bar, Bars, Chart, Line, Plot, Point, Tone } from './types.ts';
