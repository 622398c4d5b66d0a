import { randomFrom } from '#base';

/** Something to be called by several tasks at once. */
export interface Subject {
  /** The program up to the thing, `it`. */
  readonly make: string;
  /** Calls, each as it is in the program. Of a pair, the second follows in the same task if the first returned anything but false. */
  readonly calls: readonly (readonly [op: string, call: string, then?: readonly [op: string, call: string]])[];
  readonly tasks?: number;
}

/**
 * A random program in which some tasks call `it` and print each call and what it returns. With `isTimed`, they sleep now and then, so that a kernel
 * with one order only shows others too.
 */
export function programOf({ make, calls, tasks = 3 }: Subject, seed: number, isTimed: boolean): string {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  let id = 0;
  const pick = (): string => {
    const [op, call, then] = calls[below(calls.length)] as Subject['calls'][number];
    const one = (name: string, text: string): string => `await made(${++id}, '${name}', () => ${text})`.replaceAll('$', String(id));
    const pause = isTimed && below(2) === 0 ? `await sleep(${below(3)}); ` : '';
    const first = one(op, call);
    return then === undefined ? `${pause}${first};` : `${pause}if (${first} !== false) ${one(...then)};`;
  };
  const bodies = Array.from({ length: tasks }, () => `wg.go(async () => { ${Array.from({ length: 2 }, pick).join(' ')} });`);
  return `${make}
const made = async (id: number, op: string, act: () => any) => {
  console.log('call', id, op);
  let result: any;
  try { result = await act(); } catch (error) { result = (error as Error).message; }
  console.log('return', id, JSON.stringify(result ?? null));
  return result;
};
const wg = new WaitGroup();
${bodies.join('\n')}
await wg.wait();
`;
}
