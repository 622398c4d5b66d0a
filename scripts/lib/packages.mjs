/** What we ask of the packages that we install. `docs/notes/dependencies.md` says the same in prose. */
import { isDeepStrictEqual } from 'node:util';

const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'WTFPL',
  'Python-2.0',
];

/**
 * Packages under other terms, and why they may stay. All of them are tools: nothing of theirs is in the built site or
 * in what a learner takes home. The fonts are the exception, and their licence is made for being shipped.
 */
const EXCEPTIONS = [
  { name: /^(@axe-core\/playwright|axe-core)$/, licence: 'MPL-2.0', why: 'tests accessibility; development only' },
  { name: /^lightningcss(-|$)/, licence: 'MPL-2.0', why: 'Vite minifies CSS with it, at build time' },
  { name: /^@img\/sharp-/, licence: 'LGPL-3.0-or-later', why: "Astro's optional image tool; a library that is linked, not shipped" },
  { name: /^@fontsource\//, licence: 'OFL-1.1', why: 'the fonts themselves' },
];

/**
 * @param {{ dependencies?: object, devDependencies?: object, optionalDependencies?: object }} manifest
 * @param {{ packages: Record<string, { version?: string, license?: string, resolved?: string, link?: boolean }> }} lock
 * @returns {string[]} what is wrong, in sentences
 */
export function complaintsAbout(manifest, lock) {
  return [
    ...inexactVersions(manifest),
    ...outOfStep(manifest, lock),
    ...lockEntries(lock).flatMap(([name, entry]) => [...fixedHost(name, entry), ...licence(name, entry)]),
  ];
}

function inexactVersions({ dependencies, devDependencies, optionalDependencies }) {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json asks for ${name}@${version}: write one exact version.`);
}

/** `npm ci` refuses a lock that does not belong to package.json; this says so before somebody's first start does. */
function outOfStep(manifest, lock) {
  const root = lock.packages[''];
  return ['dependencies', 'devDependencies', 'optionalDependencies']
    .filter((kind) => !isDeepStrictEqual(manifest[kind] ?? {}, root[kind] ?? {}))
    .map((kind) => `package-lock.json was made for other ${kind} than package.json has. Run npm install and commit both.`);
}

/** Each install uses the registry that its own npm is set to, so the lock must not name one. */
function fixedHost(name, { resolved }) {
  if (resolved === undefined) return [];
  return [`package-lock.json names a host for ${name}. Run npm install again with the repository's .npmrc in place.`];
}

function licence(name, { license, version, link }) {
  if (link === true || isPermissive(license)) return [];
  if (EXCEPTIONS.some((exception) => exception.name.test(name) && String(license).includes(exception.licence))) return [];
  return [
    `${name}@${version} is under ${license ?? 'no stated licence'}: neither permissive nor among the exceptions in scripts/lib/packages.mjs.`,
  ];
}

/** Reads the few SPDX expressions that occur: one name, or names joined by OR or AND. */
export function isPermissive(expression) {
  if (typeof expression !== 'string') return false;
  const bare = expression.replace(/[()]/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isPermissive);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isPermissive);
  return PERMISSIVE.includes(bare.trim());
}

const lockEntries = (lock) =>
  Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => [place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), entry]);
