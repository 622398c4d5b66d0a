import { describe, expect, it } from 'vitest';
import { clear, commandFor, fileNameFor, fromFile, handInWords, keepHelp, keepPlace, keepSolved, keepTried, merge, readHelp, readProgress, readUnsolved, toFile, toHandIn, type Shelf, type Solved } from './index.ts';

/** A shelf in memory, as a browser's; with room for `room` entries. */
function shelf(room = Infinity): Shelf & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get length() {
      return all.size;
    },
    key: (index) => [...all.keys()][index] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => {
      if (!all.has(key) && all.size >= room) throw new DOMException('full', 'QuotaExceededError');
      all.set(key, value);
    },
    removeItem: (key) => void all.delete(key),
  };
}

const kettles: Solved = { exercise: 'goroutines/starting/kettles', title: 'Kettles', on: '2026-11-21', code: 'go(boil);', verdict: 'Right in all 42 orders.', hints: 1 };
const lost: Solved = { exercise: 'foundations/every-order/lose-one', title: 'Lose one', on: '2026-11-20', code: 'x', schedule: 'main a b', verdict: 'Done.', hints: 0 };
const place = { lesson: 'foundations/every-order', title: 'Every order', heading: 'predict', at: 5 };

describe('progress', () => {
  it('PG1 keeps each exercise and lesson under a key of its own', () => {
    const both = shelf();
    // Two tabs, each of which has read before the other writes.
    readProgress(both);
    keepSolved(both, kettles);
    keepSolved(both, lost);
    keepPlace(both, place);
    expect(readProgress(both)).toEqual({ solved: [lost, kettles], places: [place] });
    expect(both.all.size).toBe(3);
  });

  it('PG2 keeps the evidence, and what had been looked at before', () => {
    const one = shelf();
    keepHelp(one, lost.exercise, { hints: 2, pieces: 7, sawSolution: false });
    keepSolved(one, lost);
    expect(readProgress(one).solved[0]).toEqual(lost);
    expect(readHelp(one, lost.exercise)).toEqual({ hints: 2, pieces: 7, sawSolution: false });
    expect(readHelp(one, kettles.exercise)).toEqual({ hints: 0, pieces: 0, sawSolution: false });
  });

  it('PG3 keeps the evidence that took less help', () => {
    const one = shelf();
    keepSolved(one, { ...kettles, code: 'first' });
    keepSolved(one, { ...kettles, code: 'no better' });
    expect(readProgress(one).solved[0]?.code).toBe('first');
    keepSolved(one, { ...kettles, code: 'alone', hints: 0 });
    keepSolved(one, { ...kettles, code: 'copied', hints: 0, sawSolution: true });
    expect(readProgress(one).solved[0]?.code).toBe('alone');
  });

  it('PG2 keeps that a lesson was finished when its beginning is read again', () => {
    const one = shelf();
    keepPlace(one, { ...place, finished: true });
    keepPlace(one, { ...place, at: 9 });
    expect(readProgress(one).places).toEqual([{ ...place, at: 9, finished: true }]);
  });

  it.each([
    ['cut in the middle', JSON.stringify(kettles).slice(0, 40)],
    ['under the name of another', JSON.stringify({ ...kettles, exercise: 'goroutines/starting/other' })],
    ['with a hint of text', JSON.stringify({ ...kettles, hints: '<b>' })],
    ['null', 'null'],
  ])('PG4 does not know what is %s, and still knows the rest', (_, text) => {
    const one = shelf();
    keepSolved(one, lost);
    one.setItem(`happens-before:solved:${kettles.exercise}`, text);
    one.setItem('something:else', '{');
    expect(readProgress(one).solved).toEqual([lost]);
  });

  it('PG5 says that there is no room, or no shelf', () => {
    expect(keepSolved(shelf(0), kettles)).toBe('full');
    expect(keepSolved(undefined, kettles)).toBe('refused');
    const refusing = { ...shelf(), getItem: () => { throw new DOMException('no', 'SecurityError'); }, setItem: () => { throw new DOMException('no', 'SecurityError'); } };
    expect(keepSolved(refusing, kettles)).toBe('refused');
    expect(readProgress(undefined)).toEqual({ solved: [], places: [] });
  });

  it('PG6 clears progress alone, and puts it back', () => {
    const one = shelf();
    keepSolved(one, kettles);
    keepPlace(one, place);
    one.setItem('happens-before:draft:x', 'mine');
    const before = new Map(one.all);
    const undo = clear(one);
    expect([...one.all.keys()]).toEqual(['happens-before:draft:x']);
    undo();
    expect(one.all).toEqual(new Map([...one.all.keys()].map((key) => [key, before.get(key)!])));
    expect(one.all.size).toBe(before.size);
  });
});

describe('the file', () => {
  const all = { solved: [lost, kettles], places: [place] };

  it('PG7 gives back what was put into it', () => {
    expect(fromFile(toFile(all, 'Ada'))).toEqual({ ok: true, progress: all, left: 0 });
  });

  it('PG7 adds to what is there and takes nothing away', () => {
    const one = shelf();
    keepSolved(one, { ...kettles, code: 'mine', hints: 0 });
    keepPlace(one, { ...place, at: 9, heading: 'later' });
    expect(merge(one, all)).toEqual({ added: 1, kept: 'kept' });
    expect(readProgress(one)).toEqual({ solved: [lost, { ...kettles, code: 'mine', hints: 0 }], places: [{ ...place, at: 9, heading: 'later' }] });
    expect(merge(shelf(1), all).kept).toBe('full');
  });

  it.each([
    ['what is no JSON', '{"format"', 'cannot be read at all'],
    ['what is of something else', '{"attempts":[]}', 'a file of something else'],
    ['null', 'null', 'a file of something else'],
    ['what a newer version wrote', '{"format":"happens-before-progress","version":2,"attempts":[]}', 'newer version'],
  ])('PG8 refuses %s in words', (_, text, say) => {
    const reading = fromFile(text);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? '' : reading.say).toContain(say);
  });

  it('PG8 leaves out entries that are not what they should be, and counts them', () => {
    const text = JSON.stringify({ format: 'happens-before-progress', version: 1, attempts: [kettles, { ...lost, hints: -1 }, 7], places: [{ lesson: '../..' }] });
    expect(fromFile(text)).toEqual({ ok: true, progress: { solved: [kettles], places: [] }, left: 3 });
  });

  it('PG9 names the command that runs the evidence again', () => {
    expect(commandFor(kettles)).toBe('hb check goroutines/starting/kettles answer.ts');
    expect(commandFor(lost)).toBe('hb check foundations/every-order/lose-one --schedule "main a b"');
    expect(commandFor({ ...lost, schedule: undefined, proof: 'none' })).toContain('--schedule "none"');
  });
});

describe('the hand-in', () => {
  const tried = { exercise: 'goroutines/starting/pots', title: 'Pots', on: '2026-11-22', code: 'boil();', verdict: 'Right in 1 of 2 orders.', schedule: 'main a' };
  const given = { student: 'Ada', course: { title: 'Happens Before', version: '2026-11.abc' }, solved: [kettles, lost], unsolved: [] };

  it('HI5 holds the last answer to what is not solved, with the number of tries', () => {
    const one = shelf();
    keepTried(one, { ...tried, code: 'first' });
    keepTried(one, tried);
    keepTried(one, { ...tried, exercise: kettles.exercise });
    keepSolved(one, kettles);
    expect(readUnsolved(one)).toEqual([{ ...tried, tries: 2 }]);
    expect(JSON.parse(toHandIn({ ...given, unsolved: readUnsolved(one) }))).toMatchObject({ attempts: [kettles, lost], unsolved: [{ ...tried, tries: 2 }] });
  });

  it('HI12 says what it holds, and holds nothing else', () => {
    const { holds, not } = handInWords({ ...given, unsolved: [{ ...tried, tries: 2 }] }, 'Name');
    expect(holds).toEqual([
      'What you wrote above: “Ada”.',
      '2 solved exercises: for each your program or your order, the verdict, and the day.',
      'That you opened hints or solutions for 1 of them, and how many.',
      '1 exercise that you checked and have not solved: your last program, and how often you checked.',
      'The version of the course: 2026-11.abc.',
    ]);
    expect(not).toContain('sent nowhere');
    expect(Object.keys(JSON.parse(toHandIn(given)) as object)).toEqual(['format', 'version', 'student', 'course', 'attempts', 'unsolved']);
  });

  it('HI12 asks for what the instructor asks for', () => {
    expect(handInWords({ ...given, student: '' }, 'Student number').holds[0]).toBe('Student number: not written yet. Write it above.');
  });

  it('HI12 can be read by the page again', () => {
    expect(fromFile(toHandIn(given))).toEqual({ ok: true, progress: { solved: given.solved, places: [] }, left: 0 });
  });

  it.each([['Ada Lovelace', 'Ada-Lovelace.handin'], ['../../x', 'x.handin'], ['', 'course.handin'], ['Zoë\u202e', 'Zoë.handin'], ['x'.repeat(300), `${'x'.repeat(80)}.handin`]])('HI12 gives %j a file name that every system takes', (student, name) => {
    expect(fileNameFor(student)).toBe(name);
  });
});
