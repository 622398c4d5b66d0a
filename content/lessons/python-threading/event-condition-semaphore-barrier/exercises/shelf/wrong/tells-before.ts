import { Condition } from 'happens-before/threading';

/** A shelf with room for `capacity` things. */
export function makeShelf(capacity: number) {
  const shelf = new Condition();
  const things: string[] = [];

  return {
    async put(thing: string) {
      await shelf.with(() => shelf.notifyAll());
      await shelf.with(async () => {
        await shelf.waitFor(() => things.length < capacity);
        things.push(thing);
      });
    },
    async take() {
      await shelf.with(() => shelf.notifyAll());
      return await shelf.with(async () => {
        await shelf.waitFor(() => things.length > 0);
        return things.shift()!;
      });
    },
    /** How many things are on it. */
    size: () => shelf.with(() => things.length),
  };
}
