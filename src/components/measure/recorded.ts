import type { Measurement, MeasurementKind } from '#runtime/lab';

/** A measurement that `npm run record-lab` has made, as it lies in content/lab/. */
export interface Recorded {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly measurement: Measurement;
}

/** What was recorded. The build fails where nothing was: a page must not promise what it does not show. */
export async function recordedOf(what: MeasurementKind): Promise<Recorded> {
  const files = import.meta.glob<Recorded>('/content/lab/*.json', { import: 'default' });
  const recorded = await files[`/content/lab/${what}.json`]?.();
  if (recorded?.measurement.kind !== what)
    throw new Error(`content/lab/${what}.json does not hold a measurement of '${what}'. Run npm run record-lab, or correct the name in <Measure what="${what}" />.`);
  return recorded;
}
