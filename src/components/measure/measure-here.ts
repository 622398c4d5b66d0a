/** What the button does: it measures on this machine, and draws what came of it beside what was recorded. Loaded when it is pressed. */
import { toFigure } from '#charts';
import { measure, type MeasurementKind } from '#runtime/lab';
import { measured } from '#words';
import { chartsOf, figureOptions } from './charts.ts';
import { findingsOf } from './findings.ts';

/** Returns what the reader is told. */
export async function measureHere(root: HTMLElement, signal: AbortSignal, onProgress: (share: number) => void): Promise<string> {
  try {
    const measurement = await measure(root.dataset['what'] as MeasurementKind, { signal, onProgress });
    if (signal.aborted) return measured.page.stopped;
    const yours = root.querySelector<HTMLElement>('[data-part=yours]')!;
    yours.querySelector('[data-part=figures]')!.innerHTML = chartsOf(measurement).map((chart) => toFigure(chart, figureOptions)).join('');
    yours.querySelector('[data-part=findings]')!.replaceChildren(...findingsOf(measurement).map(item));
    yours.hidden = false;
    // For whoever records it: scripts/record-lab.mjs.
    root.dispatchEvent(new CustomEvent('measured', { detail: measurement }));
    return measured.page.done;
  } catch (error) {
    if (signal.aborted) return measured.page.stopped;
    throw error;
  }
}

function item(text: string): HTMLLIElement {
  const li = document.createElement('li');
  li.textContent = text;
  return li;
}
