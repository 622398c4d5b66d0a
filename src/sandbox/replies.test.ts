import { describe, expect, it } from 'vitest';
import type { Failure } from '#check';
import type { Reply } from '#engine';
import type { Trace } from '#trace';
import { readReply } from './replies.ts';

const trace: Trace = {
  version: 1,
  mode: 'preemptive',
  tasks: [
    { id: 0, name: 'main', kind: 'main' },
    { id: 1, name: 'a', kind: 'goroutine', parent: 0, born: { line: 3, column: 1 } },
  ],
  resources: [{ id: 0, kind: 'variable', name: 'counter' }],
  events: [
    {
      step: 1,
      task: 0,
      time: 0,
      verb: 'go',
      partner: 1,
      point: true,
      causes: [],
      changes: [{ task: 1, to: { kind: 'ready' } }],
      races: [],
      others: [],
      forced: false,
    },
    {
      step: 2,
      task: 1,
      time: 0,
      verb: 'read',
      resource: 0,
      value: '0',
      flow: 'in',
      point: true,
      causes: [{ step: 1, kind: 'birth' }],
      changes: [{ task: 1, to: { kind: 'returned' } }],
      races: [],
      others: [0],
      forced: false,
    },
  ],
  end: { kind: 'ok' },
  leaks: [],
  output: ['0'],
  schedule: 'main a',
};
const ran: Reply = { kind: 'ran', trace };
const changed = (change: (copy: any) => void): string => {
  const copy = structuredClone(ran);
  change(copy);
  return JSON.stringify(copy);
};

describe('a reply from the frame', () => {
  it('is taken as it is if its shape is right', () => {
    expect(readReply(JSON.stringify(ran))).toEqual(ran);
    const refused: Reply = { kind: 'refused', diagnostics: [{ file: 'main.ts', line: 1, column: 1, message: 'no' }] };
    expect(readReply(JSON.stringify(refused))).toEqual(refused);
  });

  it.each([{}, { message: 'RangeError: too few' }])('is taken if it is of an answer that failed, with a message or without: %o', (also) => {
    const failure: Failure = { kind: 'error', scene: 's', say: 'No.', report: 'it failed', schedule: '', ...also };
    const judged: Reply = { kind: 'judged', verdict: { passed: false, orders: 1, right: 0, complete: true, headline: 'Wrong.', scenes: [], ms: 1, failure } };
    expect(readReply(JSON.stringify(judged))).toEqual(judged);
  });

  it.each<[string, unknown]>([
    ['an object instead of text', { kind: 'output', lines: [] }],
    ['no JSON', '{'],
    ['null', 'null'],
    ['an unknown kind', '{"kind":"eval","code":"1"}'],
    ['a kind that objects have', '{"kind":"constructor"}'],
    ['a line that is no text', '{"kind":"output","lines":[{}]}'],
    ['a verdict that is only said to have passed', '{"kind":"judged","verdict":{"passed":true}}'],
    ['a trace without end', changed((copy) => delete copy.trace.end)],
    ['an event of a task that is not there', changed((copy) => (copy.trace.events[1].task = 7))],
    ['an event of a resource that is not there', changed((copy) => (copy.trace.events[1].resource = 7))],
    ['steps out of order', changed((copy) => (copy.trace.events[1].step = 5))],
    ['a negative number', changed((copy) => (copy.trace.events[1].place = { line: -1, column: 1 }))],
    ['a name as long as a book', changed((copy) => (copy.trace.tasks[1].name = 'x'.repeat(10_000)))],
    ['a state that does not exist', changed((copy) => (copy.trace.events[0].changes[0].to = { kind: 'flying' }))],
  ])('is dropped if it is %s', (_, given) => {
    expect(readReply(given)).toBeUndefined();
  });

  it('does not take its properties from a prototype', () => {
    expect(readReply('{"__proto__":{"kind":"output","lines":[]}}')).toBeUndefined();
  });
});
