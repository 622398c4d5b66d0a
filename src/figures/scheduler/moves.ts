/** What can happen to the run queues. Each move changes the state and says in a sentence what it did. */
import { search, seat } from './search.ts';
import { freeThread, processorOf, threadOf, type Processor, type Scheduler } from './state.ts';

type Move = (state: Scheduler, who: string, whom: string) => string;

function running(processor: Processor): string {
  if (processor.running === undefined) throw new Error(`${processor.name} runs nothing at this moment`);
  return processor.running;
}

/** Lets a processor go on with whatever it finds, or lie idle. */
function goOn(state: Scheduler, processor: Processor): string {
  processor.running = undefined;
  const found = search(state, processor);
  if (found !== undefined) {
    processor.running = found.goroutine;
    return found.say;
  }
  const thread = processor.thread;
  processor.thread = undefined;
  return `${processor.name} finds nothing anywhere and is idle; ${thread ?? 'its thread'} goes to sleep.`;
}

/** By the verb of the text form: `P0 starts`, `P0 parks`, `P0 wakes G2`, `M0 returns`. */
export const moves: Readonly<Record<string, Move>> = {
  starts(state, who) {
    const processor = processorOf(state, who);
    const parent = running(processor);
    const child = `G${++state.started}`;
    return `${parent} says go: ${seat(state, processor, child)}`;
  },
  parks(state, who) {
    const processor = processorOf(state, who);
    const goroutine = running(processor);
    state.waiting.push(goroutine);
    return `${goroutine} has to wait and is set aside; its thread is not. ${goOn(state, processor)}`;
  },
  ends(state, who) {
    const processor = processorOf(state, who);
    return `${running(processor)} is over. ${goOn(state, processor)}`;
  },
  wakes(state, who, whom) {
    const processor = processorOf(state, who);
    if (!state.waiting.includes(whom)) throw new Error(`${whom} is not waiting, so nobody can wake it`);
    state.waiting = state.waiting.filter((goroutine) => goroutine !== whom);
    return `${running(processor)} does what ${whom} was waiting for: ${seat(state, processor, whom)}`;
  },
  preempts(state, who) {
    const processor = processorOf(state, who);
    const goroutine = running(processor);
    state.global.push(goroutine);
    return `${goroutine} has had its 10 ms and goes to the end of the global queue. ${goOn(state, processor)}`;
  },
  calls(state, who) {
    const processor = processorOf(state, who);
    const goroutine = running(processor);
    const thread = threadOf(state, processor.thread ?? '');
    thread.calling = goroutine;
    processor.calling = thread.name;
    processor.running = undefined;
    processor.thread = undefined;
    return `${goroutine} goes into a system call, and ${thread.name} with it. ${processor.name} stands still, with all that is in its queue.`;
  },
  retakes(state, who) {
    const processor = processorOf(state, who);
    if (processor.calling === undefined) throw new Error(`${who} has nobody in a system call, so it cannot be taken away`);
    const from = processor.calling;
    processor.calling = undefined;
    const { thread, isNew } = freeThread(state);
    processor.thread = thread.name;
    const hands = `The call takes too long. ${processor.name} is taken away from ${from} and given to ${thread.name}${isNew ? ', a new thread' : ', which was asleep'}.`;
    return `${hands} ${goOn(state, processor)}`;
  },
  returns(state, who) {
    const thread = threadOf(state, who);
    const goroutine = thread.calling;
    if (goroutine === undefined) throw new Error(`${who} is in no system call`);
    thread.calling = undefined;
    const old = state.processors.find((processor) => processor.calling === who);
    const free = old ?? state.processors.find((processor) => processor.thread === undefined && processor.calling === undefined);
    if (free === undefined) {
      state.global.push(goroutine);
      return `${goroutine}’s call is over, and there is no processor for it: it goes to the global queue, and ${who} to sleep.`;
    }
    free.calling = undefined;
    free.thread = who;
    free.running = goroutine;
    return `${goroutine}’s call is over. ${free.name} is ${old === undefined ? 'idle' : 'still there'}, so ${goroutine} goes on with it at once.`;
  },
  looks(state, who) {
    const processor = processorOf(state, who);
    if (processor.running !== undefined || processor.calling !== undefined) throw new Error(`${who} is busy and does not look for work`);
    const { thread, isNew } = freeThread(state);
    processor.thread = thread.name;
    return `${thread.name}, ${isNew ? 'a new thread' : 'which was asleep'}, takes the idle ${who}. ${goOn(state, processor)}`;
  },
};
