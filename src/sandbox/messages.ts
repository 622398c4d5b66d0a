import type { Reply } from '#engine';

type Stopped = Extract<Reply, { kind: 'stopped' }>;

const stopped = (title: string, why: string, attempt: string): Stopped => ({
  kind: 'stopped',
  title,
  text: `Why:    ${why}\nTry:    ${attempt}`,
});

/** The replies that the page or Node makes up itself, when the worker can no longer speak. */
export const stops = {
  byReader: (): Stopped => ({ kind: 'stopped', title: 'stopped', text: 'You pressed Stop. Nothing of your program is lost.' }),
  byNextRun: (): Stopped => ({ kind: 'stopped', title: 'stopped', text: 'Another program was started.' }),
  tookTooLong: (ms: number): Stopped =>
    stopped(
      `stopped after ${ms / 1000} s`,
      'there are more orders, or longer ones, than fit into this time.',
      'fewer tasks, fewer rounds of a loop, or a smaller input.',
    ),
  wentSilent: (ms: number): Stopped =>
    stopped(
      `stopped: no step came to its end for ${ms / 1000} s`,
      'one step of the program goes on for ever, or nearly so: a regular expression that backtracks, a built-in at work on a huge value, or a loop that fills the memory.',
      'make that value smaller, see that the loop comes to an end, or write the expression so that it can match in one way only.',
    ),
  ranOutOfMemory: (): Stopped =>
    stopped(
      'stopped: the program used up the memory',
      'it makes values faster than they can be dropped, or one that is too large.',
      'look for a list or a text that grows in a loop.',
    ),
  crashed: (detail: string): Stopped => ({
    kind: 'stopped',
    title: '[internal] the worker stopped',
    text: `This is a fault of the course, not of your program. Please send this text.\n${detail}`,
  }),
  saidNonsense: (): Stopped =>
    stopped(
      'stopped: what came back was not a result',
      'the program reached something that it should not reach.',
      'run it again; if it stays so, Reset brings back the first version.',
    ),
  notRun: (): Stopped => stopped('not run: too many before it had to be ended by force', 'every program gets its turn, and none all of the time.', 'take out the programs that do not end.'),
  didNotStart: (detail: string): Stopped => ({
    kind: 'stopped',
    title: 'the sandbox did not start',
    text: `${detail}\nTry:    reload the page. Your program is kept.`,
  }),
};
