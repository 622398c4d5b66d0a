import { chan, go, WaitGroup } from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  const lines = chan<string>(10);
  const unwritten = new WaitGroup();
  go('writer', async () => {
    for await (const line of lines) {
      await write(line);
      unwritten.done();
    }
  });
  return {
    async say(line) {
      unwritten.add(1);
      await lines.send(line);
    },
    close: () => unwritten.wait(),
  };
}
