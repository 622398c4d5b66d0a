/** What the lab asks of a browser or of Node: a clock, the number of cores, and in a worker the wire to who has started it. */
import type { Peer, Said, Task } from './protocol.ts';

export type Threads = typeof import('node:worker_threads');

/** A module of Node, asked for in a way that no bundler for the browser stumbles over; undefined in a browser. */
const builtin = <Module>(name: string): Module | undefined =>
  (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process?.getBuiltinModule?.(name) as Module | undefined;

export const threads = (): Threads | undefined => builtin('node:worker_threads');

/** Milliseconds on a clock that is the same in all workers. */
export const now = (): number => performance.timeOrigin + performance.now();

/** How many workers can compute at the same time, as far as the host says. */
export const coreCount = (): number => builtin<typeof import('node:os')>('node:os')?.availableParallelism() ?? navigator.hardwareConcurrency;

/** The other end of the wire, inside a worker. */
export function ownPeer(): Peer<Said, Task> {
  const port = threads()?.parentPort;
  if (port) return { post: (said) => port.postMessage(said), listen: (hear) => void port.on('message', hear), close: () => port.close() };
  return {
    post: (said) => self.postMessage(said),
    listen: (hear) => {
      self.onmessage = ({ data }) => hear(data as Task);
    },
    close: () => self.close(),
  };
}
