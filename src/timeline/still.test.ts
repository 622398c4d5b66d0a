import { describe, expect, it } from 'vitest';
import { renderStill, toTable } from './index.ts';
import { fixtures, hostile, lostUpdate } from './testing/index.ts';

describe('the still figure', () => {
  it('TR1 has a table row for every step', () => {
    for (const { trace } of fixtures) expect(toTable(trace).match(/<th scope="row">/g)).toHaveLength(trace.events.length);
  });

  it('TR1 marks the row of the shown step', () => {
    expect(toTable(lostUpdate, { at: 7 })).toContain('<tr aria-current="step" class="raced"><th scope="row">7</th>');
  });

  it('TR40 escapes every word of the program', () => {
    const html = renderStill(hostile, { at: 6, caption: '<b>"caption"' });
    expect(html).not.toMatch(/<script|<img|<b>|onload=alert\(1\)"|\u202e|\u001b/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('TR40 leaves every tag closed', () => {
    for (const { trace, at } of fixtures) {
      const open: string[] = [];
      for (const [, slash, name, attributes] of renderStill(trace, { at, caption: 'x' }).matchAll(/<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>/g)) {
        if (slash) expect(open.pop()).toBe(name);
        else if (!attributes!.endsWith('/')) open.push(name!);
      }
      expect(open).toEqual([]);
    }
  });

  it('TR71 says in the table who else could have gone, and where each step stands to the chosen one', () => {
    expect(toTable(lostUpdate, { at: 7 })).toContain('a could go instead');
    expect(toTable(lostUpdate, { at: 7 })).not.toContain('concurrent');
    const related = toTable(lostUpdate, { at: 7, relate: true });
    for (const relation of ['before', 'after', 'concurrent']) expect(related).toContain(`, ${relation}</span>`);
    expect(related).toMatch(/<th scope="row">7<\/th>/);
  });

  it('TR1 stands without script: point, sentence, table and text', () => {
    const html = renderStill(lostUpdate, { at: 7, caption: 'One increment is lost' });
    for (const part of [
      '<figcaption>One increment is lost',
      'Step 7 of 14: b writes counter, 1.',
      '<table',
      'race with 4 and 6',
      'aria-hidden="true"',
    ])
      expect(html).toContain(part);
  });
});
