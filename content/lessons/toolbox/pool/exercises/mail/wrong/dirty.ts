import type { Pool } from 'happens-before/go';

type Sheets = Pick<Pool<string[]>, 'get' | 'put'>;
type Send = (sheet: string[]) => Promise<void>;

export async function mail(
  sheets: Sheets,
  lines: string[],
  send: Send,
) {
  const sheet = await sheets.get();
  try {
    for (const line of lines) sheet.push(line);
    await send(sheet);
  } finally {
    sheets.put(sheet);
  }
}
