import { check } from 'happens-before/check';
import type * as Answer from './solution';

const red = async (marble: string) => marble === 'red';
const round = async (marble: string) => marble.startsWith('o');

/** Scenes that no page ships. */
export default check<typeof Answer>({
  scenes: [
    { name: 'one worker', play: ({ countRed }) => countRed([['red'], ['blue'], ['red', 'red']], 1, red), expect: 3 },
    { name: 'empty boxes', play: ({ countRed }) => countRed([[], ['red'], []], 2, red), expect: 1 },
    { name: 'another question', play: ({ countRed }) => countRed([['oval', 'red'], ['orb']], 2, round), expect: 2 },
  ],
  mistakes: {},
});
