import { chan, go, type Chan } from 'happens-before/go';

type Read = (part: string, quit: Chan<void>) => Promise<string>;
type Report = { place: number; text?: string; error?: unknown };

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
  let failed: Report | undefined;
  for (const _ of parts) {
    const report = (await reports.receive())!;
    if (report.text === undefined) failed ??= report;
    else texts[report.place] = report.text;
  }
  quit.close();
  if (failed !== undefined) throw failed.error;
  return texts;
}
