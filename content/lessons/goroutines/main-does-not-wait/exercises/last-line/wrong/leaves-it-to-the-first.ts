import { atomic, chan, go } from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  const lines = chan<string>(10);
  const written = chan<void>();
  const closing = new atomic.Bool();
  go('writer', async () => {
    for await (const line of lines) await write(line);
    written.close();
  });
  return {
    say: (line) => lines.send(line),
    async close() {
      if (closing.swap(true)) return;
      lines.close();
      await written.receive();
    },
  };
}
