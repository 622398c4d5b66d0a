import { chan, go, Once, WaitGroup } from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  const lines = chan<string>(10);
  const unwritten = new WaitGroup();
  const once = new Once();
  go('writer', async () => {
    for await (const line of lines) {
      unwritten.done();
      await write(line);
    }
  });
  return {
    async say(line) {
      unwritten.add(1);
      await lines.send(line);
    },
    async close() {
      await once.do(() => lines.close());
      await unwritten.wait();
    },
  };
}
