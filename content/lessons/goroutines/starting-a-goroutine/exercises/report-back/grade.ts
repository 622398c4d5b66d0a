import { check } from 'happens-before/check';
import { panic } from 'happens-before/go';
import type * as Answer from './solution';

/** Scenes that no page ships. */
export default check<typeof Answer>({
  scenes: [
    {
      name: 'one job',
      play: async ({ runAll }) => [...(await runAll([async () => 'spoon']))],
      expect: ['spoon'],
    },
    {
      name: 'the last of three panics',
      play: async ({ runAll }) => [...(await runAll([async () => 'bowl', async () => '', async () => panic('no milk')]))],
      expect: ['bowl', '', 'failed: no milk'],
    },
  ],
  mistakes: {},
});
