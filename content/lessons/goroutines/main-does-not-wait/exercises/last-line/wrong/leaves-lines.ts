import {
  chan,
  go,
  Once,
  select,
} from 'happens-before/go';

type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  const lines = chan<string>(10);
  const quit = chan<void>();
  const written = chan<void>();
  const once = new Once();
  go('writer', async () => {
    for (;;) {
      const line = await select(
        lines.onReceive((next) => next),
        quit.onReceive(() => undefined),
      );
      if (line === undefined) break;
      await write(line);
    }
    written.close();
  });
  return {
    say: (line) => lines.send(line),
    async close() {
      await once.do(() => quit.close());
      await written.receive();
    },
  };
}
