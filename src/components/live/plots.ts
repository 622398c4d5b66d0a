import { chartsOf, toFigure, type Chart, type PlotName } from '#charts';
import type { Measured, Trace } from '#trace';

/** Which plots an author wants: of whom, and which. Left out: of all that measured, all that there are. */
export interface PlotChoice {
  readonly of?: readonly string[] | undefined;
  readonly plots?: readonly PlotName[] | undefined;
}

const chosen = ({ measured = [] }: Trace, { of }: PlotChoice): readonly Measured[] => measured.filter(({ name }) => of === undefined || of.includes(name));

/** As wide as the column, and once more for a narrow page. */
export const figureOptions = { width: 496, alsoNarrow: true } as const;

export const plotsOf = (trace: Trace, choice: PlotChoice): Chart[] => chosen(trace, choice).flatMap((measured) => chartsOf(measured, choice.plots));

/** Under which loads the figures were measured, with their seeds: one line for each who says so. */
export const loadsOf = (trace: Trace, choice: PlotChoice): string[] => chosen(trace, choice).flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]));

export const drawPlots = (element: HTMLElement, trace: Trace, choice: PlotChoice): void => {
  // The figures are numbers, and toFigure escapes the names: what came out of the sandbox is text here.
  element.innerHTML = plotsOf(trace, choice).map((chart) => toFigure(chart, figureOptions)).join('');
};
