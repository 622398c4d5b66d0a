import { describe, expect, it } from 'vitest';
import { href } from './href.ts';

describe('href', () => {
  it.each([
    ['/glossary/#race', '/', '/glossary/#race'],
    ['/glossary/', '/some/sub/path', '/some/sub/path/glossary/'],
    ['/', '/some/sub/path/', '/some/sub/path/'],
    ['#here', '/some/sub/path/', '#here'],
    ['https://go.dev/', '/some/sub/path/', 'https://go.dev/'],
  ])('puts %s below %s', (path, base, address) => {
    expect(href(path, base)).toBe(address);
  });
});
