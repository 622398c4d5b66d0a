import { describe, expect, it } from 'vitest';
import { classify, count, share } from './count.mjs';

const times = (accepted: number, rejected: number) => [
  ...Array.from({ length: accepted }, () => ({ accepted: true })),
  ...Array.from({ length: rejected }, () => ({ accepted: false })),
];

describe('an answer', () => {
  it('that is wrong and accepted is counted once for each repetition', () => {
    expect(classify({ isRight: false, repetitions: times(5, 0) })).toEqual({ accepted: 5, wrongly: 5, isSteady: true, verdict: 'accepted' });
  });

  it('that is right and rejected is counted once for each repetition', () => {
    expect(classify({ isRight: true, repetitions: times(0, 4) })).toMatchObject({ wrongly: 4, verdict: 'rejected' });
  });

  it('that is judged now so, now so, is flaky, whatever it is', () => {
    expect(classify({ isRight: true, repetitions: times(199, 1) })).toMatchObject({ wrongly: 1, verdict: 'flaky' });
    expect(classify({ isRight: false, repetitions: times(1, 199) })).toMatchObject({ wrongly: 1, verdict: 'flaky' });
  });

  it('that is judged as it should be has nothing counted against it', () => {
    expect(classify({ isRight: true, repetitions: times(3, 0) })).toMatchObject({ wrongly: 0, isSteady: true });
    expect(classify({ isRight: false, repetitions: times(0, 3) })).toMatchObject({ wrongly: 0, isSteady: true });
  });
});

describe('the counts of a runner', () => {
  const sums = count([
    { isRight: true, repetitions: times(10, 0) },
    { isRight: true, repetitions: times(9, 1) },
    { isRight: true, repetitions: times(0, 10) },
    { isRight: false, repetitions: times(10, 0) },
    { isRight: false, repetitions: times(4, 6) },
    { isRight: false, repetitions: [{ accepted: false, killed: true }] },
  ]);

  it('keep right and wrong answers apart', () => {
    expect(sums).toMatchObject({ answers: 6, right: 3, wrong: 3, ofRight: 30, ofWrong: 21, falseRejects: 11, falseAccepts: 14 });
  });

  it('tell what is steady from what is not', () => {
    expect(sums).toMatchObject({ flaky: 2, acceptedAlways: 1, acceptedSometimes: 1, rejectedAlways: 1 });
  });

  it('name the answers that had to be killed', () => {
    expect(sums).toMatchObject({ killed: 1, repetitions: 51 });
  });
});

describe('a share', () => {
  it('does not round a few to none, nor all but a few to all', () => {
    expect(share(1, 10_000)).toBe('1 of 10,000 (0.01 %)');
    expect(share(9_999, 10_000)).toBe('9,999 of 10,000 (99.99 %)');
  });

  it('of none or of all needs no digits', () => {
    expect(share(0, 40)).toBe('0 of 40 (0 %)');
    expect(share(40, 40)).toBe('40 of 40 (100 %)');
  });

  it('of nothing is no number', () => {
    expect(share(0, 0)).toBe('–');
  });
});
