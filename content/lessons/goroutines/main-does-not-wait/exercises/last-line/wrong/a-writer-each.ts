import { WaitGroup } from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  const writers = new WaitGroup();
  return {
    async say(line) {
      writers.go(() => write(line));
    },
    close: () => writers.wait(),
  };
}
