import { expect, it } from 'vitest';
import { complaintsAbout, isPermissive } from './packages.mjs';

const lock = (entry: object, root: object = {}) => ({
  packages: { '': root, 'node_modules/some-package': { version: '1.0.0', license: 'MIT', ...entry } },
});
const asks = (version: string) => ({ dependencies: { 'some-package': version } });

it('has nothing against a permissive package without a host', () => {
  expect(complaintsAbout(asks('1.0.0'), lock({}, asks('1.0.0')))).toEqual([]);
});

it('reports a host in the lock, a version range and a licence that is not permissive', () => {
  expect(complaintsAbout({}, lock({ resolved: 'https://example.org/x.tgz' }))[0]).toMatch('names a host');
  expect(complaintsAbout(asks('^1.0.0'), lock({}, asks('^1.0.0')))[0]).toMatch('one exact version');
  expect(complaintsAbout({}, lock({ license: 'GPL-3.0-only' }))[0]).toMatch('neither permissive');
  expect(complaintsAbout({}, lock({ license: undefined }))[0]).toMatch('no stated licence');
});

it('reports a lock that was made for another package.json', () => {
  expect(complaintsAbout(asks('1.0.0'), lock({}, asks('1.0.1')))[0]).toMatch('made for other dependencies');
});

it('reads licence expressions', () => {
  expect(isPermissive('(MPL-2.0 OR Apache-2.0)')).toBe(true);
  expect(isPermissive('Apache-2.0 AND LGPL-3.0-or-later')).toBe(false);
});
