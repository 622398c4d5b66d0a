/** What can happen to the run queues. Each move changes the state and says in a sentence what it did. */
import { figures } from '#words';
import { search, seat } from './search.ts';
import { freeThread, processorOf, threadOf, type Processor, type Scheduler } from './state.ts';

const { queues: words } = figures;

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
  return words.idles(processor.name, thread);
}

/** By the verb of the text form: `P0 starts`, `P0 parks`, `P0 wakes G2`, `M0 returns`. */
export const moves: Readonly<Record<string, Move>> = {
  starts(state, who) {
    const processor = processorOf(state, who);
    const parent = running(processor);
    const child = `G${++state.started}`;
    return words.starts(parent, seat(state, processor, child));
  },
  parks(state, who) {
    const processor = processorOf(state, who);
    const goroutine = running(processor);
    state.waiting.push(goroutine);
    return words.parks(goroutine, goOn(state, processor));
  },
  ends(state, who) {
    const processor = processorOf(state, who);
    return words.ends(running(processor), goOn(state, processor));
  },
  wakes(state, who, whom) {
    const processor = processorOf(state, who);
    if (!state.waiting.includes(whom)) throw new Error(`${whom} is not waiting, so nobody can wake it`);
    state.waiting = state.waiting.filter((goroutine) => goroutine !== whom);
    return words.wakes(running(processor), whom, seat(state, processor, whom));
  },
  preempts(state, who) {
    const processor = processorOf(state, who);
    const goroutine = running(processor);
    state.global.push(goroutine);
    return words.preempts(goroutine, goOn(state, processor));
  },
  calls(state, who) {
    const processor = processorOf(state, who);
    const goroutine = running(processor);
    const thread = threadOf(state, processor.thread ?? '');
    thread.calling = goroutine;
    processor.calling = thread.name;
    processor.running = undefined;
    processor.thread = undefined;
    return words.calls(goroutine, thread.name, processor.name);
  },
  retakes(state, who) {
    const processor = processorOf(state, who);
    if (processor.calling === undefined) throw new Error(`${who} has nobody in a system call, so it cannot be taken away`);
    const from = processor.calling;
    processor.calling = undefined;
    const { thread, isNew } = freeThread(state);
    processor.thread = thread.name;
    return words.retakes(processor.name, from, thread.name, isNew, goOn(state, processor));
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
      return words.noProcessor(goroutine, who);
    }
    free.calling = undefined;
    free.thread = who;
    free.running = goroutine;
    return words.returns(goroutine, free.name, old === undefined);
  },
  looks(state, who) {
    const processor = processorOf(state, who);
    if (processor.running !== undefined || processor.calling !== undefined) throw new Error(`${who} is busy and does not look for work`);
    const { thread, isNew } = freeThread(state);
    processor.thread = thread.name;
    return words.looks(thread.name, isNew, who, goOn(state, processor));
  },
};
