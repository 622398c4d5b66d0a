import { chan, go } from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Lines are written one by one, behind the speaker's back. */
export function openLog(write: Write): Log {
  const lines = chan<string>(10);
  go('writer', async () => {
    for await (const line of lines) await write(line);
  });
  return {
    say: (line) => lines.send(line),
    async close() {},
  };
}
