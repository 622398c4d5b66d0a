import { chanceOfCrypto } from '#kernel';

type Chance = () => number;

/**
 * Calls `body`, which is not to wait, with `chance(random)` in place of what the host's `Math.random` and `crypto` draw from. Nothing else
 * of the process runs meanwhile. Where the host's objects are frozen, they stay as they are.
 *
 * @example
 * const always = lendChance(() => () => 0.5, () => Math.random()); // 0.5
 */
export function lendChance<T>(chance: (random: Chance) => Chance, body: () => T): T {
  const { crypto } = globalThis as { crypto?: object };
  const { random } = Math;
  const lent = chance(() => Reflect.apply(random, Math, []));
  const giveBack = [put(Math, { random: lent }), put(crypto, chanceOfCrypto(lent))];
  try {
    return body();
  } finally {
    for (const give of giveBack) give();
  }
}

/** Puts `members` over those of `target`. Returns what takes them away again. */
function put(target: object | undefined, members: Readonly<Record<string, unknown>>): () => void {
  if (target === undefined) return () => {};
  const before = Object.keys(members).map((name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const);
  for (const [name, value] of Object.entries(members)) Reflect.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
  return () => {
    for (const [name, own] of before) {
      if (own === undefined) Reflect.deleteProperty(target, name);
      else Reflect.defineProperty(target, name, own);
    }
  };
}
