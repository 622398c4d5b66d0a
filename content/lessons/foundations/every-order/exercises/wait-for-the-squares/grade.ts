import { check } from 'happens-before/check';
import type * as Answer from './solution';

/** Scenes that no page ships. */
export default check<typeof Answer>({
  scenes: [
    { name: 'one square', play: async ({ squares }) => await squares(1), expect: [0] },
    { name: 'four squares', play: async ({ squares }) => await squares(4), expect: [0, 1, 4, 9] },
  ],
  mistakes: {},
});
