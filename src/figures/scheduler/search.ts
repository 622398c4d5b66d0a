/** How a processor finds its next goroutine, and how it puts one in line. */
import type { Processor, Scheduler } from './state.ts';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Puts a goroutine at the end of the local queue; if that is full, half of the queue goes with it to the global one. Says so. */
export function enqueue(state: Scheduler, processor: Processor, goroutine: string): string {
  if (processor.queue.length < state.room) {
    processor.queue.push(goroutine);
    return `${goroutine} moves to the end of ${processor.name}’s queue`;
  }
  const half = processor.queue.splice(0, Math.floor(state.room / 2));
  state.global.push(...half, goroutine);
  return `${processor.name}’s queue is full, so the older half of it, ${list(half)}, and ${goroutine} with it move to the global queue`;
}

/** Gives a goroutine the seat next in line. Whoever had it moves to the queue. Says so. */
export function seat(state: Scheduler, processor: Processor, goroutine: string): string {
  const before = processor.next;
  processor.next = goroutine;
  const takes = `${goroutine} takes the seat next in line on ${processor.name}`;
  return before === undefined ? `${takes}.` : `${takes}, and ${enqueue(state, processor, before)}.`;
}

/** Takes a goroutine to run from wherever the rules say, and says where it was. Undefined: there is none. */
export function search(state: Scheduler, processor: Processor): { goroutine: string; say: string } | undefined {
  const { name } = processor;
  if (processor.picks % state.globalEvery === 0 && state.global.length > 0) {
    processor.picks++;
    const goroutine = state.global.shift()!;
    return { goroutine, say: `This is the turn at which ${name} looks at the global queue first: it runs ${goroutine}.` };
  }
  if (processor.next !== undefined) {
    const goroutine = processor.next;
    processor.next = undefined;
    return { goroutine, say: `${name} runs ${goroutine}, which was next in line.` };
  }
  const own = processor.queue.shift();
  if (own !== undefined) {
    processor.picks++;
    return { goroutine: own, say: `${name} runs ${own}, the first of its own queue.` };
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
  const rest = others.length === 0 ? '' : ` and queues ${list(others)}`;
  return {
    goroutine,
    say: `${processor.name} has nothing of its own. It takes its share of the global queue: it runs ${goroutine}${rest}.`,
  };
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
    const rest = loot.length === 0 ? '' : `, and queues ${list(loot)}`;
    return {
      goroutine,
      say: `${thief.name} has nothing to run and steals half of ${victim.name}’s queue: ${list([...loot, goroutine])}. It runs ${goroutine}${rest}.`,
    };
  }
  const seated = others.find((other) => other.next !== undefined);
  if (seated === undefined) return undefined;
  const goroutine = seated.next!;
  seated.next = undefined;
  return {
    goroutine,
    say: `All queues are empty. As its last resort, ${thief.name} takes ${goroutine} from the seat next in line on ${seated.name}.`,
  };
}
