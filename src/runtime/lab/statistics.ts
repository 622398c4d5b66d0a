/** What is told of several measurements of one thing. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** @throws RangeError if there is nothing to tell of. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('spreadOf: there are no values');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { least: sorted[0]!, median, most: sorted.at(-1)! };
}
