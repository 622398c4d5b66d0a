import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prints } from './testing/index.ts';

const program = `
const d = new Date(2026, 6, 1, 12, 30);
console.log(String(d), d.getHours(), d.getDay(), d.getTimezoneOffset(), d.toISOString());
console.log(d.toLocaleString(), d.toLocaleDateString('de'), d.toLocaleTimeString(), [1234.5, d].toLocaleString());
console.log(['2026-07-01T10:00', '2026-07-01', 'Jul 1, 2026 10:00 PM', '2026-07-01T10:00:00-05:00', 'Wed, 01 Jul 2026 10:00:00 +0200', '1-1-2026', 'tea'].map((text) => new Date(text)));
d.setHours(3); d.setMonth(0, 5); console.log(d, structuredClone(d).getHours(), new Date(d).getTime() === d.getTime(), Date.parse('2026-01-01T00:00') === Date.now());
console.log((1234567.891).toLocaleString(), 12345678901n.toLocaleString(), 'ä'.localeCompare('z'), 'I'.toLocaleLowerCase());
console.log(new Intl.NumberFormat().format(1234.5), Intl.DateTimeFormat().resolvedOptions().timeZone, new Intl.NumberFormat('xx').resolvedOptions().locale, new Intl.PluralRules().resolvedOptions().locale);
console.log(new Intl.DateTimeFormat('de', { timeZone: 'Asia/Tokyo', timeStyle: 'short' }).format(d), new Intl.NumberFormat('de').format(1234.5), new Intl.ListFormat() instanceof Intl.ListFormat);
class Mine extends Date { half() { return this.getHours() / 2; } } console.log(new Mine(2026, 0, 1, 5).half());
`;

/** What \`program\` prints on a machine of another zone and language. */
function printsIn(zone: string, language: string): string {
  const ask = `
    import { handle, sameEverywhere } from '#engine';
    sameEverywhere();
    handle({ kind: 'run', program: { files: { 'main.ts': process.env.PROGRAM }, entry: 'main.ts' } }, (reply) => { if (reply.kind === 'ran') console.log(reply.trace.output.join('\\n')); });
  `;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  return spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', ask], { cwd, encoding: 'utf8', env: { TZ: zone, LC_ALL: language, LANG: language, PROGRAM: program } }).stdout.trim();
}

describe('dates and languages', () => {
  it('TI13 are UTC and American English', () => {
    expect(prints(program)).toMatchInlineSnapshot(`
      [
        "Wed Jul 01 2026 12:30:00 GMT+0000 (Coordinated Universal Time) 12 3 0 2026-07-01T12:30:00.000Z",
        "7/1/2026, 12:30:00 PM 1.7.2026 12:30:00 PM 1,234.5,7/1/2026, 12:30:00 PM",
        "[2026-07-01T10:00:00.000Z, 2026-07-01T00:00:00.000Z, 2026-07-01T22:00:00.000Z, 2026-07-01T15:00:00.000Z, 2026-07-01T08:00:00.000Z, 2026-01-01T00:00:00.000Z, Invalid Date]",
        "2026-01-05T03:30:00.000Z 3 true true",
        "1,234,567.891 12,345,678,901 -1 i",
        "1,234.5 UTC en-US en",
        "12:30 1.234,5 true",
        "2.5",
      ]
    `);
  });

  it.each([['Asia/Kolkata', 'tr_TR.UTF-8'], ['America/St_Johns', 'de_DE.UTF-8']])('TI13 are the same on a machine in %s with %s', (zone, language) => {
    expect(printsIn(zone, language)).toBe(prints(program).join('\n'));
  });
});
