import { describe, expect, it } from 'vitest';
import { replay } from '../replay.ts';
import type { Exploration } from '../types.ts';
import { expectationText, readKernel } from './corpus.ts';
import { readCorpus } from './testing/files.ts';
import { shownBySchedule, study, type Study } from './testing/study.ts';

const comment = (...lines: readonly string[]): string => `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\nexport {};\n`;
const WHOLE = [
  'cockroach_584 · Double lock',
  'A loop leaves by break',
  'with the lock held.',
  '@expects leak sync.Mutex.Lock, chan send',
  '@expects race count',
  '@oracle flaky',
  '@rate 2',
];
const without = (tag: string): string[] => WHOLE.filter((line) => !line.includes(tag));

describe('the comment at the top of a kernel', () => {
  it('says what the kernel is, and what is expected', () => {
    expect(readKernel('cockroach/584.ts', comment(...WHOLE))).toMatchObject({
      name: 'cockroach_584',
      subType: 'Double lock',
      story: 'A loop leaves by break with the lock held.',
      expects: [
        { kind: 'leak', reasons: ['chan send', 'sync.Mutex.Lock'] },
        { kind: 'race', place: 'count' },
      ],
      oracle: 'flaky',
      rate: 2,
      limit: undefined,
    });
    expect(readKernel('cockroach/584.ts', comment(...without('@rate'), '@rate unknown', '@limit 500'))).toMatchObject({
      rate: undefined,
      limit: 500,
    });
  });

  it.each([
    ['another kernel', 'etcd/584.ts', WHOLE, 'etcd/584.ts: its first line names "cockroach_584"'],
    ['an unknown sub-type', 'cockroach/584.ts', ['cockroach_584 · Triple lock', ...WHOLE.slice(1)], 'there is no sub-type "Triple lock"'],
    ['no expectation', 'cockroach/584.ts', without('@expects'), 'expects nothing'],
    ['an expectation of no known kind', 'cockroach/584.ts', [...WHOLE, '@expects trouble'], 'cannot be expected: "trouble"'],
    ['no oracle', 'cockroach/584.ts', without('@oracle'), 'has no @oracle'],
    ['an unknown oracle', 'cockroach/584.ts', [...without('@oracle'), '@oracle always'], 'there is no oracle "always"'],
    ['two rates', 'cockroach/584.ts', [...WHOLE, '@rate 3'], 'has @rate twice'],
    ['a rate above a hundred', 'cockroach/584.ts', [...without('@rate'), '@rate 101'], 'a rate is 0 to 100, or unknown, not "101"'],
    ['an unknown tag', 'cockroach/584.ts', [...WHOLE, '@author me'], 'there is no tag @author'],
    ['no story', 'cockroach/584.ts', [WHOLE[0] ?? '', ...WHOLE.slice(3)], 'tells no mechanism'],
  ])('is refused with %s', (_, path, lines, message) => {
    expect(() => readKernel(path, comment(...lines))).toThrow(message);
  });

  it('is refused if it is not there', () => {
    expect(() => readKernel('cockroach/584.ts', 'export {};\n')).toThrow('does not start with a block comment');
  });
});

describe('the corpus', () => {
  it.each(readCorpus().map((kernel) => [kernel.name, kernel] as const))('%s is found, and each schedule leads there', (_, kernel) => {
    const studied = study(kernel);
    const { exploration, findings, loaded } = studied;
    expect(studied.missing, `found: ${findings.map(({ what }) => what).join(' · ')}`).toEqual([]);
    if (kernel.limit === undefined) expect(exploration.complete).toBe(true);
    for (const { what, schedule } of findings)
      expect(shownBySchedule(loaded, schedule)).toEqual({ schedule, shown: expect.arrayContaining([what]) });
    for (const expected of kernel.expects) expectReported(studied, expectationText(expected));
    expectSchedules(studied, exploration);
  });
});

/** What is expected is in the published report too, not only in the runs. */
function expectReported({ exploration }: Study, expected: string): void {
  const [, kind, rest = ''] = /^(\w+) (.*)$/.exec(expected) ?? [];
  if (kind === 'leak') expect(exploration.leaks.map(({ reason }) => reason)).toEqual(expect.arrayContaining(rest.split(', ')));
  else if (kind === 'deadlock')
    expect(
      exploration.deadlocks.map(({ waiting }) =>
        waiting
          .map(({ reason }) => reason)
          .sort()
          .join(', '),
      ),
    ).toContain(rest);
  else if (kind === 'race') expect(exploration.races.map(({ location }) => location)).toContain(rest);
  else expect(exploration.outcomes.map(({ end, message }) => `${end} ${message}`)).toContain(expected);
}

/** Each schedule of the report shows what it is listed under. */
function expectSchedules({ loaded }: Study, { deadlocks, leaks, outcomes, races, simplest }: Exploration): void {
  const run = (schedule: string) => replay(loaded, schedule, { timers: 'any' });
  for (const { schedule, task, reason } of leaks)
    expect(
      run(schedule)
        .trace()
        .leaks.map((left) => left.reason),
      `${task} at ${schedule}`,
    ).toContain(reason);
  for (const { schedule, waiting } of deadlocks)
    expect(
      run(schedule)
        .waiting()
        .map(({ reason }) => reason),
      schedule,
    ).toEqual(waiting.map(({ reason }) => reason));
  for (const { schedule, location } of races)
    expect(
      run(schedule).races.map(({ resource }) => resource.name),
      schedule,
    ).toContain(location);
  for (const { schedule, end, output } of outcomes) expect(run(schedule).trace(), schedule).toMatchObject({ end: { kind: end }, output });
  if (simplest !== undefined) expect(shownBySchedule(loaded, simplest.schedule).shown).not.toEqual(['ok']);
}
