import { eventAt, type Trace } from '#trace';

export interface RacePair {
  readonly from: number;
  readonly to: number;
  readonly resource: number | undefined;
}

/** For each thing that is raced on, the first pair of steps. It carries the name; the others are lines only. */
export function firstRaces(trace: Trace): readonly RacePair[] {
  const seen = new Set<number | undefined>();
  return racePairs(trace).filter(({ resource }) => !seen.has(resource) && seen.add(resource));
}

/** Every pair once, the earlier step first. */
export function racePairs(trace: Trace): readonly RacePair[] {
  return trace.events.flatMap((event) =>
    event.races
      .filter((other) => other < event.step || !trace.events[other - 1]?.races.includes(event.step))
      .filter((other) => eventAt(trace, other) !== undefined && other !== event.step)
      .map((other) => ({ from: Math.min(other, event.step), to: Math.max(other, event.step), resource: event.resource })),
  );
}
