import { inGo, run, textOf } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { sentence } from './sentence.ts';

const meeting = (send: string): string => inGo(`const c = chan<any>(0, 'c');\ngo('a', async () => { await c.send(${send}); await c.send(undefined); });\nawait c.receive();\nawait c.receive();`);

describe('channels that carry no value', () => {
  it('TR76 a signal is shown without one', () => {
    const text = textOf(meeting(''));
    expect(text).toMatch(/send +c +main gets it/);
    expect(text).not.toContain('undefined');
    const trace = run(meeting(''));
    expect(trace.events.map(({ step }) => sentence(trace, step)).join(' ')).not.toContain('undefined');
  });

  it('TR76 where others carry values, undefined is one of them', () => {
    const text = textOf(meeting('7'));
    expect(text).toMatch(/send +c ← 7/);
    expect(text).toMatch(/send +c ← undefined/);
  });
});
