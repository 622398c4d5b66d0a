/** The game in which the reader is the scheduler. */
import { counted, list, number } from './language.ts';

const switches = (count: number): string => (count === 0 ? 'no forced switch' : counted(count, 'forced switch', 'forced switches'));
const hints = (count: number): string => counted(count, 'hint', 'hints');
const orders = (count: number): string => counted(count, 'order', 'orders');

export const game = {
  panel: {
    name: 'You are the scheduler',
    whoNext: 'Who goes next?',
    acts: 'The game',
    /** Before and after the goal, or the list of goals. */
    makeIt: 'Make it',
    makeItEnd: '.',
    soFar: (what: string) => `So far: ${what}.`,
    undo: 'Undo',
    restart: 'Start again',
    rest: 'Let the rest run',
    hint: 'Hint',
    claim: 'No order can do it',
    keys: 'Keys',
    keysOf: 'In the game',
    leave: 'Leave',
    forced: 'forced switch',
    line: (line: number, text: string) => `line ${line}: ${text}`,
  },
  keys: { move: 'let this one go', undo: 'undo', rest: 'let the rest run', hint: 'hint', leave: 'leave the game' },
  goals: {
    ok: 'end well',
    deadlock: 'deadlock',
    panic: 'panic',
    error: 'end with an error',
    livelock: 'run for ever',
    failure: 'fail in any way',
    leak: 'leave a task waiting for ever',
    race: 'race, with two steps that nothing puts in order',
    printNothing: 'print nothing',
    print: (output: string) => `print ${output}`,
    printOther: (output: string) => `print something else than ${output}`,
    both: (parts: readonly string[]) => parts.join(', and '),
    nothing: 'nothing',
  },
  par: {
    unknown: 'There are too many orders to try them all.',
    known: (count: number, proved: boolean) => `Par: ${switches(count)}${proved ? '' : ' at most'}.`,
  },
  said: {
    wrong: 'Something went wrong here. Undo, or start again.',
    restDoesNotFit: 'The rest of the order that the link brought does not fit this program.',
    undone: 'Undone.',
    restarted: 'From the beginning.',
    looking: 'Looking for the nearest order …',
    done: (moves: number, forced: number, taken: number) => [counted(moves, 'choice', 'choices'), switches(forced), ...(taken === 0 ? [] : [hints(taken)])].join(', '),
    canGo: (names: readonly string[]) => `${list(names)} can go.`,
    letGo: (name: string, does: string) => `Let ${name} go: ${does}.`,
    endsQuietly: 'It ends, and prints nothing.',
    /** A sentence, perhaps without its full stop, as errors have none. */
    endsBadly: (how: string, output: string | undefined) => `${how}${/[.!?…]$/.test(how) ? '' : '.'}${output === undefined ? '' : ` Before that, it prints ${output}.`}`,
    endsPrinting: (output: string) => `It ends, and prints ${output}.`,
    notTheGoal: (how: string, goal: string) => `${how} That is not the goal: ${goal}. Undo, or start again.`,
    reached: (how: string, forced: number, taken: number) => `Done. ${how} You used ${switches(forced)}${taken === 0 ? '' : `, ${hints(taken)}`}.`,
    noFewer: 'No order does it with fewer.',
    better: (count: number) => `It can be done with ${switches(count)}.`,
    someDoes: 'Some order does it. Go on looking, or ask for a hint.',
    noProof: (total: number) => `${orders(total)} were tried and none does it, but there are more: that is no proof. Try to make the program smaller.`,
    provedOne: 'Right, and proved: there is one order only, and it does not do it.',
    proved: (total: number) => `Right, and proved: all ${orders(total)} were tried, and none does it.`,
    hopelessHere: 'No order that begins like this reaches the goal.',
    closed: (back: number) =>
      `No order that begins like this reaches the goal. ${back === 1 ? 'Your last choice' : `One of your last ${back} choices`} closed the way: undo ${back === 1 ? 'it' : 'them'}.`,
    noneTried: 'None of the orders that were tried from here reaches the goal, but there are more.',
    noMore: 'From here it can be reached without another forced switch.',
    more: (count: number) => `The nearest order that reaches it needs ${counted(count, 'more forced switch', 'more forced switches')} from here.`,
  },
  exercise: {
    goal: 'Goal: make it',
    orProve: ', or prove that no order can.',
    answer: 'Answer',
    found: (reached: number, total: number, preemptions: number | undefined) =>
      `${number(reached)} of ${orders(total)} ${reached === 1 ? 'does' : 'do'} it. One of them, with as few forced switches as can be (${preemptions}):`,
    plainOrder: 'the plain order',
    impossible: (total: number) => `It cannot be done: all ${orders(total)} were tried, and none does it.`,
  },
};
