import { chan, go, type Chan } from 'happens-before/go';

type Read = (part: string, quit: Chan<void>) => Promise<string>;
type Report = { place: number; text?: string; error?: unknown };

/** All texts, in the order of `parts`, or the first error. */
export async function readAll(parts: string[], read: Read) {
  const quit = chan<void>();
  const reports = chan<Report>(parts.length);

  async function report(place: number, part: string) {
    try {
      const text = await read(part, quit);
      await reports.send({ place, text });
    } catch (error) {
      await reports.send({ place, error });
    }
  }

  for (const [place, part] of parts.entries()) {
    go(report, place, part);
  }
  const texts = new Array<string>(parts.length);
  try {
    for (const _ of parts) {
      const { place, text, error } = (await reports.receive())!;
      if (!text) throw error;
      texts[place] = text;
    }
    return texts;
  } finally {
    quit.close();
  }
}
