/** One call of a method: when it was made and when it returned, as places in the history. */
export interface CallRecord {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly called: number;
  /** Infinity: it has not returned. */
  readonly returned: number;
  /** What it returned. Of a call that has not returned, nothing is known. */
  readonly result: unknown;
}

/** What a thing does if only one call at a time is made. */
export interface Model<S> {
  readonly begin: S;
  /** The state after `op(...args)` returned `result`; undefined where it cannot return that. Where it would wait, it cannot. `isOpen`: any result will do. */
  next(state: S, op: string, args: readonly unknown[], result: unknown, isOpen: boolean): S | undefined;
}

/**
 * Whether the calls of `history` could have been made one at a time, each between its call and its return, with the results that they had.
 *
 * Wing and Gong's search, with Lowe's memory of what was tried: J. Wing, C. Gong, "Testing and Verifying Concurrent Objects", 1993; G. Lowe, "Testing for
 * linearizability", 2017. Exponential in how many calls overlap, not in how many there are.
 */
export function isLinearizable<S>(history: readonly CallRecord[], model: Model<S>): boolean {
  const tried = new Set<string>();
  const search = (left: readonly CallRecord[], state: S): boolean => {
    if (left.every(({ returned }) => returned === Infinity)) return true;
    const key = JSON.stringify([left.map(({ called }) => called), state]);
    if (tried.has(key)) return false;
    tried.add(key);
    const firstReturn = Math.min(...left.map(({ returned }) => returned));
    return left.some((call) => {
      // Whoever was called after another had returned comes later.
      if (call.called > firstReturn) return false;
      const after = model.next(state, call.op, call.args, call.result, call.returned === Infinity);
      return after !== undefined && search(left.filter((other) => other !== call), after);
    });
  };
  return search(history, model.begin);
}

/** Reads what a program of `program.ts` printed. */
export function historyOf(output: readonly string[]): CallRecord[] {
  const calls = new Map<string, CallRecord>();
  for (const [at, line] of output.entries()) {
    const [, kind, id, text] = /^(call|return) (\d+) (.*)$/.exec(line) ?? [];
    if (kind === 'call') {
      const [op, ...args] = JSON.parse(text as string) as [string, ...unknown[]];
      calls.set(id as string, { op, args, called: at, returned: Infinity, result: undefined });
    } else if (kind === 'return') calls.set(id as string, { ...(calls.get(id as string) as CallRecord), returned: at, result: JSON.parse(text as string) });
  }
  return [...calls.values()];
}
