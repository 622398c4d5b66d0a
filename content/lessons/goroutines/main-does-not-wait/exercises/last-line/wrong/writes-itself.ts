type Write = (line: string) => Promise<void>;

export interface Log {
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

export function openLog(write: Write): Log {
  return {
    say: (line) => write(line),
    async close() {},
  };
}
