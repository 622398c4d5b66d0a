import { chan, go, type Chan } from 'happens-before/go';

type Read = (part: string, quit: Chan<void>) => Promise<string>;
type Report = { text?: string; error?: unknown };

export async function readAll(parts: string[], read: Read) {
  const quit = chan<void>();
  const reports = parts.map((part) => {
    const report = chan<Report>(1);
    go(async () => {
      try {
        await report.send({ text: await read(part, quit) });
      } catch (error) {
        await report.send({ error });
      }
    });
    return report;
  });
  const texts: string[] = [];
  for (const report of reports) {
    const { text, error } = (await report.receive())!;
    if (text === undefined) throw error;
    texts.push(text);
  }
  return texts;
}
