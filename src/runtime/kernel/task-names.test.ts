import { explore, inGo } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { TaskNames } from './task-names.ts';

describe('names of tasks', () => {
  it('TR75 are one word each, however they were wished for', () => {
    const names = new TaskNames();
    expect(['guest', 'guest', 'the first guest', ' a*b/c\n', ''].map((name) => names.unique(name))).toEqual(['guest', 'guest2', 'the_first_guest', 'a_b_c', 'task']);
  });

  it('TR75 end after a word where they are cut, and say so', () => {
    const names = new TaskNames();
    const long = 'the first guest, who has a name that fits in no lane';
    expect([long, long, 'x'.repeat(41), 'x'.repeat(40)].map((name) => names.unique(name))).toEqual([
      'the_first_guest,_who_has_a_name_that…', 'the_first_guest,_who_has_a_name_that…2', `${'x'.repeat(39)}…`, 'x'.repeat(40),
    ]);
  });

  it('TR75 can be said in a schedule', () => {
    const { outcomes } = explore(inGo("for (const n of [1, 2]) go('the guest at table, who has waited a long time, ' + n, () => { console.log(n); });\nawait sleep(1);"));
    const text = outcomes.find(({ output }) => output.join('') === '21')?.schedule ?? '';
    expect(text).toContain('who_has_waited');
    expect(explore(inGo("for (const n of [1, 2]) go('the guest at table, who has waited a long time, ' + n, () => { console.log(n); });\nawait sleep(1);"), { begin: text }).outcomes.map(({ output }) => output)).toContainEqual(['2', '1']);
  });
});
