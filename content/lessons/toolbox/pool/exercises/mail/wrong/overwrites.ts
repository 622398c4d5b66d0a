import type { Pool } from 'happens-before/go';

type Sheets = Pick<Pool<string[]>, 'get' | 'put'>;
type Send = (sheet: string[]) => Promise<void>;

/** Writes the lines on a sheet from the pool, and sends it. */
export async function mail(
  sheets: Sheets,
  lines: string[],
  send: Send,
) {
  const sheet = await sheets.get();
  try {
    for (let i = 0; i < lines.length; i++) sheet[i] = lines[i]!;
    await send(sheet);
  } finally {
    sheets.put(sheet);
  }
}
