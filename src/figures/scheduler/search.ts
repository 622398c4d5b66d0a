/** How a processor finds its next goroutine, and how it puts one in line. */
import { figures } from '#words';
import type { Processor, Scheduler } from './state.ts';

const { queues: words } = figures;

/** Puts a goroutine at the end of the local queue; if that is full, half of the queue goes with it to the global one. Says so. */
export function enqueue(state: Scheduler, processor: Processor, goroutine: string): string {
  if (processor.queue.length < state.room) {
    processor.queue.push(goroutine);
    return words.toEnd(goroutine, processor.name);
  }
  const half = processor.queue.splice(0, Math.floor(state.room / 2));
  state.global.push(...half, goroutine);
  return words.overflow(processor.name, half, goroutine);
}

/** Gives a goroutine the seat next in line. Whoever had it moves to the queue. Says so. */
export function seat(state: Scheduler, processor: Processor, goroutine: string): string {
  const before = processor.next;
  processor.next = goroutine;
  return words.seat(goroutine, processor.name, before === undefined ? undefined : enqueue(state, processor, before));
}

/** Takes a goroutine to run from wherever the rules say, and says where it was. Undefined: there is none. */
export function search(state: Scheduler, processor: Processor): { goroutine: string; say: string } | undefined {
  const { name } = processor;
  if (processor.picks % state.globalEvery === 0 && state.global.length > 0) {
    processor.picks++;
    const goroutine = state.global.shift()!;
    return { goroutine, say: words.globalTurn(name, goroutine) };
  }
  if (processor.next !== undefined) {
    const goroutine = processor.next;
    processor.next = undefined;
    return { goroutine, say: words.runsNext(name, goroutine) };
  }
  const own = processor.queue.shift();
  if (own !== undefined) {
    processor.picks++;
    return { goroutine: own, say: words.runsOwn(name, own) };
  }
  const found = fromGlobal(state, processor) ?? steal(state, processor);
  if (found !== undefined) processor.picks++;
  return found;
}

function fromGlobal(state: Scheduler, processor: Processor): { goroutine: string; say: string } | undefined {
  const size = state.global.length;
  if (size === 0) return undefined;
  const share = Math.min(size, Math.floor(size / state.processors.length) + 1, Math.max(1, Math.floor(state.room / 2)));
  const [goroutine = '', ...others] = state.global.splice(0, share);
  processor.queue.push(...others);
  return { goroutine, say: words.share(processor.name, goroutine, others) };
}

function steal(state: Scheduler, thief: Processor): { goroutine: string; say: string } | undefined {
  const at = state.processors.indexOf(thief);
  // In Go, the others are gone through in an order drawn by lot. A figure goes round, so that it is the same each time.
  const others = [...state.processors.slice(at + 1), ...state.processors.slice(0, at)];
  const victim = others.find((other) => other.queue.length > 0);
  if (victim !== undefined) {
    const loot = victim.queue.splice(0, Math.ceil(victim.queue.length / 2));
    const goroutine = loot.pop()!;
    thief.queue.push(...loot);
    return { goroutine, say: words.steals(thief.name, victim.name, [...loot, goroutine], goroutine, loot) };
  }
  const seated = others.find((other) => other.next !== undefined);
  if (seated === undefined) return undefined;
  const goroutine = seated.next!;
  seated.next = undefined;
  return { goroutine, say: words.lastResort(thief.name, goroutine, seated.name) };
}
