import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { BASE, DIST, sitePages } from './site.ts';

const read = (address: string): string => readFileSync(path.join(DIST, address.replace(/(^|\/)$/, '$1index.html')), 'utf8');
const decode = (text: string): string => decodeURIComponent(text.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));

/** What is wrong with a link on a page, or undefined. */
function judge(from: string, href: string): string | undefined {
  const url = new URL(decode(href), `http://site${BASE.replace(/\/?$/, '/')}${from}`);
  if (url.host !== 'site') return undefined;
  const address = url.pathname.slice(BASE.replace(/\/?$/, '/').length);
  const file = path.join(DIST, address.replace(/(^|\/)$/, '$1index.html'));
  if (!existsSync(file)) return `${from || '/'} links to ${href}, which is not there`;
  const id = decode(url.hash.slice(1));
  if (id === '' || !file.endsWith('.html') || id.startsWith('!')) return undefined;
  // A link to an order names the program that it is an order of.
  const place = id.startsWith('run=') ? (JSON.parse(Buffer.from(id.slice(4), 'base64url').toString()) as { p: string }).p : id;
  return read(address).includes(`id="${place}"`) ? undefined : `${from || '/'} links to ${href}, which has no such place`;
}

// Reads files only; a browser would not see more, and would take minutes.
test('every link within the site leads somewhere', () => {
  const wrong = sitePages().flatMap((from) =>
    [...read(from).matchAll(/\s(?:href|src)="([^"]+)"/g)]
      .map(([, href]) => judge(from, href!))
      .filter((complaint) => complaint !== undefined),
  );
  expect([...new Set(wrong)]).toEqual([]);
});
