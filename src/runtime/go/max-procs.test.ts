import { explore, inGo, prints } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('GOMAXPROCS', () => {
  it('GP1 sets the number of cores and returns the one before', () => {
    expect(prints(inGo('console.log(GOMAXPROCS(0), GOMAXPROCS(4), GOMAXPROCS(-1), GOMAXPROCS(2), GOMAXPROCS(0));'))).toEqual(['1 1 4 4 2']);
    expect(prints(inGo('console.log(GOMAXPROCS(0));'), { cores: 3 })).toEqual(['3']);
  });

  const working = (before: string, during = '') => inGo(`
${before}
const wg = new WaitGroup();
for (let i = 0; i < 2; i++) wg.go(async () => { await work(10); });
${during}
await wg.wait();
console.log(now());
  `);

  it('GP2 with two cores two tasks work at the same time', () => {
    expect(explore(working(''), { timers: 'patient' }).outcomes).toMatchObject([{ output: ['20'] }]);
    expect(explore(working('GOMAXPROCS(2);'), { timers: 'patient' }).outcomes).toMatchObject([{ output: ['10'] }]);
  });

  it('GP2 cores that come while tasks wait for one are taken, and those that go are not taken away', () => {
    const output = (text: string, timers: 'any' | 'patient') => explore(text, { timers }).outcomes.map(({ output: [line] }) => line).sort();
    expect(output(working('', 'GOMAXPROCS(2);'), 'patient')).toEqual(['10']);
    expect(output(working('', 'GOMAXPROCS(2);'), 'any')).toEqual(['10', '20']);
    expect(output(working('GOMAXPROCS(2);', 'GOMAXPROCS(1);'), 'patient')).toEqual(['10', '20']);
  });

  it('GP3 takes a whole number', () => {
    expect(prints(inGo('GOMAXPROCS(1.5);'))).toEqual(['error: TypeError: GOMAXPROCS takes a whole number, not 1.5 (line 2)']);
  });
});
