/** What the figures say that are stepped through: one sentence for each thing that can happen, and the names of what is drawn. */
import { list, number } from './language.ts';

const bytes = number;

export const figures = {
  queues: {
    start: 'G1 runs on P0, and thread M0 holds P0. Nothing is in line.',
    times: (count: number, then: string) => `${count} times go. ${then}`,
    on: (processor: string, thread: string) => `${processor} on ${thread}`,
    leftBy: (processor: string, thread: string) => `${processor} left by ${thread}`,
    idle: (processor: string) => `${processor} idle`,
    elsewhere: 'Elsewhere',
    callOn: (goroutine: string, thread: string) => `${goroutine} on ${thread}`,
    lines: { runs: 'runs', next: 'next', queue: 'queue', global: 'global', waiting: 'waiting', inCalls: 'in calls', asleep: 'asleep' },
    nothing: 'nothing',
    idles: (processor: string, thread: string | undefined) => `${processor} finds nothing anywhere and is idle; ${thread ?? 'its thread'} goes to sleep.`,
    starts: (parent: string, then: string) => `${parent} says go: ${then}`,
    parks: (goroutine: string, then: string) => `${goroutine} has to wait and is set aside; its thread is not. ${then}`,
    ends: (goroutine: string, then: string) => `${goroutine} is over. ${then}`,
    wakes: (goroutine: string, whom: string, then: string) => `${goroutine} does what ${whom} was waiting for: ${then}`,
    preempts: (goroutine: string, then: string) => `${goroutine} has had its 10 ms and goes to the end of the global queue. ${then}`,
    calls: (goroutine: string, thread: string, processor: string) => `${goroutine} goes into a system call, and ${thread} with it. ${processor} stands still, with all that is in its queue.`,
    retakes: (processor: string, from: string, thread: string, isNew: boolean, then: string) =>
      `The call takes too long. ${processor} is taken away from ${from} and given to ${thread}${isNew ? ', a new thread' : ', which was asleep'}. ${then}`,
    noProcessor: (goroutine: string, thread: string) => `${goroutine}’s call is over, and there is no processor for it: it goes to the global queue, and ${thread} to sleep.`,
    returns: (goroutine: string, processor: string, isIdle: boolean) => `${goroutine}’s call is over. ${processor} is ${isIdle ? 'idle' : 'still there'}, so ${goroutine} goes on with it at once.`,
    looks: (thread: string, isNew: boolean, processor: string, then: string) => `${thread}, ${isNew ? 'a new thread' : 'which was asleep'}, takes the idle ${processor}. ${then}`,
    toEnd: (goroutine: string, processor: string) => `${goroutine} moves to the end of ${processor}’s queue`,
    overflow: (processor: string, half: readonly string[], goroutine: string) => `${processor}’s queue is full, so the older half of it, ${list(half)}, and ${goroutine} with it move to the global queue`,
    seat: (goroutine: string, processor: string, then: string | undefined) => `${goroutine} takes the seat next in line on ${processor}${then === undefined ? '' : `, and ${then}`}.`,
    globalTurn: (processor: string, goroutine: string) => `This is the turn at which ${processor} looks at the global queue first: it runs ${goroutine}.`,
    runsNext: (processor: string, goroutine: string) => `${processor} runs ${goroutine}, which was next in line.`,
    runsOwn: (processor: string, goroutine: string) => `${processor} runs ${goroutine}, the first of its own queue.`,
    share: (processor: string, goroutine: string, others: readonly string[]) =>
      `${processor} has nothing of its own. It takes its share of the global queue: it runs ${goroutine}${others.length === 0 ? '' : ` and queues ${list(others)}`}.`,
    steals: (thief: string, victim: string, loot: readonly string[], goroutine: string, rest: readonly string[]) =>
      `${thief} has nothing to run and steals half of ${victim}’s queue: ${list(loot)}. It runs ${goroutine}${rest.length === 0 ? '' : `, and queues ${list(rest)}`}.`,
    lastResort: (thief: string, goroutine: string, victim: string) => `All queues are empty. As its last resort, ${thief} takes ${goroutine} from the seat next in line on ${victim}.`,
  },
  stack: {
    start: (size: string, name: string, used: number) => `A new goroutine has a stack of ${size}, and ${name} uses ${bytes(used)} bytes of it.`,
    fits: (name: string, need: number, free: number) => `${name} is called. It needs ${bytes(need)} bytes, and ${bytes(free)} are free.`,
    grows: (name: string, need: number, free: number, size: string, isMoreThanTwice: boolean, kept: number) =>
      `${name} needs ${bytes(need)} bytes, and ${bytes(free)} are free. A new stack of ${size}${isMoreThanTwice ? ' (doubled until it fits)' : ''} is made, ${bytes(kept)} bytes are copied, and the old one is given back.`,
    returns: (name: string) => `${name} returns. Its bytes are free again, and the stack stays as large as it is.`,
    smallest: (size: string) => `The garbage collector looks at it: ${size} is as small as a stack gets.`,
    stays: (kept: number, size: number) => `The garbage collector looks at it: ${bytes(kept)} of ${bytes(size)} bytes are in use, a quarter or more. It stays.`,
    shrinks: (size: string, kept: number) => `The garbage collector finds less than a quarter in use, so the stack moves to one of half the size, ${size}, and ${bytes(kept)} bytes are copied.`,
    copied: (count: number) => `Copied so far: ${bytes(count)} bytes.`,
    title: (made: number, size: string) => `Stack ${made}, ${size}`,
    givenBack: (made: number, size: string) => `Stack ${made}, ${size}, given back`,
    frames: 'frames',
    free: 'free',
    empty: 'empty',
  },
};
