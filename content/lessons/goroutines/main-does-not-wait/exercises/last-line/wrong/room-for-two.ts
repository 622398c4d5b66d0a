import { chan, go, Once } from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  const lines = chan<string>(2);
  const written = chan<void>();
  const once = new Once();
  go('writer', async () => {
    for await (const line of lines) await write(line);
    written.close();
  });
  return {
    say: (line) => lines.send(line),
    async close() {
      await once.do(() => lines.close());
      await written.receive();
    },
  };
}
