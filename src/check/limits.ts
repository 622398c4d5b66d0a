import type { Limit, Scene } from './spec.ts';
import type { Measure } from './types.ts';

/** What a simulated run gave for one limit. A number that `play` did not return keeps none. */
interface Seen {
  readonly name: string;
  readonly value: number | undefined;
  readonly limit: Limit;
}

/** The numbers that `play` returned, beside what each may be. */
export function seenOf(scene: Scene<unknown>, value: unknown): Seen[] {
  const numbers = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return Object.entries(scene.limits ?? {}).map(([name, limit]) => ({ name, value: typeof numbers[name] === 'number' ? numbers[name] : undefined, limit }));
}

export const isKept = ({ value, limit: { atMost = Infinity, atLeast = -Infinity } }: Seen): boolean => value !== undefined && value <= atMost && value >= atLeast;

const amount = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 2 });

/** "at most 3", "between 1 and 3". */
export function limitInWords({ atMost, atLeast }: Limit): string {
  if (atMost !== undefined && atLeast !== undefined) return `between ${amount(atLeast)} and ${amount(atMost)}`;
  return atMost !== undefined ? `at most ${amount(atMost)}` : `at least ${amount(atLeast ?? 0)}`;
}

const seenInWords = ({ name, value }: Seen): string => `${name}: ${value === undefined ? 'no number' : amount(value)}`;

/** Facts of a fault: what the limits are, what the run gave, and the names of those that were not kept, for mistakes to match. */
export function faultOfLimits(seen: readonly Seen[]): { expected: string; got: string; value: readonly string[]; say: string } | undefined {
  const broken = seen.filter((one) => !isKept(one));
  if (broken.length === 0) return undefined;
  return {
    expected: broken.map(({ name, limit }) => `${name}: ${limitInWords(limit)}`).join(', '),
    got: broken.map((one) => seenInWords(one)).join(', '),
    value: broken.map(({ name }) => name),
    say: `The simulated run is not within its limits. ${broken.map((one) => `${seenInWords(one)}, where ${limitInWords(one.limit)} is allowed`).join('; ')}.`,
  };
}

/** The least and the most over all runs of a scene. */
export class Measures {
  readonly #measures = new Map<string, Measure>();

  add(seen: readonly Seen[]): void {
    for (const { name, value, limit } of seen) {
      if (value === undefined) continue;
      const before = this.#measures.get(name);
      this.#measures.set(name, { name, least: Math.min(value, before?.least ?? value), most: Math.max(value, before?.most ?? value), ...limit });
    }
  }

  list(): readonly Measure[] {
    return [...this.#measures.values()];
  }
}
