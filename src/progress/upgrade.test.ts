/**
 * Upgrades keep what learners have: `profiles/` holds what browsers kept, written by the code of its day. A change of the shapes adds a profile and takes none away.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clear, fromFile, readHelp, readProgress, readSolved, readUnsolved, toFile, toHandIn, type Shelf } from './index.ts';

const folder = new URL('profiles/', import.meta.url);
const profiles = readdirSync(folder).sort();

function shelfOf(file: string): Shelf & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>));
  return { all, get length() { return all.size; }, key: (index) => [...all.keys()][index] ?? null, getItem: (key) => all.get(key) ?? null, setItem: (key, value) => void all.set(key, value), removeItem: (key) => void all.delete(key) };
}

it('there is a profile of every shape that there has been', () => {
  expect(profiles).toEqual(['2026-11-21-first.json', '2026-11-21-pieces.json', '2026-11-22-hand-in.json']);
});

describe.each(profiles)('what a browser kept: %s', (file) => {
  const countedPieces = !file.endsWith('-first.json');

  it('PG11 is read whole, also what the course no longer has', () => {
    const { solved, places } = readProgress(shelfOf(file));
    expect(solved.map(({ exercise }) => exercise)).toEqual(['foundations/every-order/lose-both', 'foundations/every-order/lose-one', 'gone/with-a-lesson/that-was-here', 'goroutines/starting-a-goroutine/all-kettles-on']);
    expect(readSolved(shelfOf(file), 'foundations/every-order/lose-one')).toMatchObject({ schedule: 'main a b', sawSolution: true });
    expect(readSolved(shelfOf(file), 'goroutines/starting-a-goroutine/all-kettles-on')).toMatchObject({ code: 'go(boil);\n', hints: 1 });
    expect(places.map(({ lesson, finished }) => [lesson, finished])).toEqual([['goroutines/select', true], ['foundations/every-order', undefined]]);
    expect(readHelp(shelfOf(file), 'goroutines/channels/one-shelf')).toEqual({ hints: 2, pieces: countedPieces ? 4 : 0, sawSolution: false });
  });

  it('PG11 is handed in and taken along whole', () => {
    const progress = readProgress(shelfOf(file));
    const handIn = toHandIn({ student: 'Ada', course: { title: 'Course', version: 'next' }, solved: progress.solved, unsolved: readUnsolved(shelfOf(file)) });
    expect((JSON.parse(handIn) as { attempts: unknown[] }).attempts).toHaveLength(4);
    expect(fromFile(toFile(progress, 'Ada'))).toMatchObject({ ok: true, progress, left: 0 });
  });

  it('PG11 is cleared whole', () => {
    const shelf = shelfOf(file);
    clear(shelf);
    expect([...shelf.all.keys()]).toEqual([]);
  });
});
