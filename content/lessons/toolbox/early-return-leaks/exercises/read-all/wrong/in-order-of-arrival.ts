import { chan, go, type Chan } from 'happens-before/go';

type Read = (part: string, quit: Chan<void>) => Promise<string>;
type Report = { text?: string; error?: unknown };

export async function readAll(parts: string[], read: Read) {
  const quit = chan<void>();
  const reports = chan<Report>(parts.length);

  async function report(part: string) {
    try {
      await reports.send({ text: await read(part, quit) });
    } catch (error) {
      await reports.send({ error });
    }
  }

  for (const part of parts) {
    go(report, part);
  }
  const texts: string[] = [];
  try {
    for (const _ of parts) {
      const { text, error } = (await reports.receive())!;
      if (text === undefined) throw error;
      texts.push(text);
    }
    return texts;
  } finally {
    quit.close();
  }
}
