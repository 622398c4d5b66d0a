import { check } from 'happens-before/check';
import type * as Answer from './solution';

/** Scenes that no page ships: every number of marbles up to thirty, in every number of parts up to nine. */
const sizes = Array.from({ length: 31 }, (_, size) => size);

const all = (parts: number) => ({
  name: `${parts} parts`,
  play({ split }: typeof Answer) {
    return sizes.filter((size) => {
      const marbles = Array.from({ length: size }, (_, at) => `m${at}`);
      const lists = split(marbles, parts);
      const lengths = lists.map(({ length }) => length);
      const whole = lists.flat().join() === marbles.join();
      return !whole || lists.length !== parts || Math.max(...lengths) - Math.min(...lengths) > 1;
    });
  },
  expect: [],
});

export default check<typeof Answer>({
  scenes: [1, 2, 3, 5, 7, 9].map(all),
  mistakes: {},
});
