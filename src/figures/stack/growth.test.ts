import { describe, expect, it } from 'vitest';
import { stackGrowth } from './growth.ts';

const sizes = (...written: string[]): string[] => stackGrowth(written).map(({ groups }) => groups[0]?.title ?? '');
const lastSaid = (...written: string[]): string => stackGrowth(written).at(-1)?.say ?? '';

describe('a stack that grows by copying', () => {
  it('GK1 begins with 2 KB and grows to twice its size when a call does not fit', () => {
    expect(sizes('calls f 1600', 'calls g 100')).toEqual(['Stack 1, 2 KB', 'Stack 1, 2 KB', 'Stack 2, 4 KB']);
    expect(sizes('calls f 1648')).toEqual(['Stack 1, 2 KB', 'Stack 1, 2 KB']);
    expect(sizes('calls f 1649')).toEqual(['Stack 1, 2 KB', 'Stack 2, 4 KB']);
  });

  it('GK2 goes on doubling until the call fits', () => {
    expect(sizes('calls f 9000').at(-1)).toBe('Stack 2, 16 KB');
    expect(lastSaid('calls f 9000')).toContain('doubled until it fits');
  });

  it('GK3 copies what is in use, and nothing else', () => {
    expect(lastSaid('calls f 1600', 'calls g 100')).toContain('2,000 bytes are copied');
    expect(lastSaid('calls f 1600', 'calls g 2000', 'calls h 200')).toMatch(/Copied so far: 6,000 bytes\.$/);
  });

  it('GK4 keeps its size when functions return', () => {
    expect(sizes('calls f 3000', 'returns')).toEqual(['Stack 1, 2 KB', 'Stack 2, 4 KB', 'Stack 2, 4 KB']);
  });

  it('GK5 is halved by the garbage collector while less than a quarter is in use, never below 2 KB', () => {
    expect(sizes('calls f 9000', 'returns', 'collects', 'collects', 'collects', 'collects').slice(3)).toEqual([
      'Stack 3, 8 KB',
      'Stack 4, 4 KB',
      'Stack 5, 2 KB',
      'Stack 5, 2 KB',
    ]);
    expect(lastSaid('calls f 3000', 'returns', 'calls g 624', 'collects')).toContain('a quarter or more. It stays.');
  });

  it('GK6 refuses to grow beyond the limit of 1,000,000,000 bytes', () => {
    expect(() => stackGrowth(['calls f 600000000'])).toThrow('Move 1, "calls f 600000000": goroutine stack exceeds 1000000000-byte limit');
  });

  it('GK7 refuses a return too many, and a verb that it does not know', () => {
    expect(() => stackGrowth(['returns', 'returns'])).toThrow('Move 2, "returns": nothing has been called that could return');
    expect(() => stackGrowth(['jumps'])).toThrow('there is no "jumps"');
  });

  it('draws every stack to the scale of the largest, and its frames to the scale of the stack', () => {
    const [first, second] = stackGrowth(['calls f 3000']);
    expect(first?.groups[0]?.lines[0]).toMatchObject({ width: 0.5, cells: [{ share: 400 / 2048 }, { text: 'free' }] });
    expect(second?.groups.map(({ lines }) => lines[0]?.width)).toEqual([1, 0.5]);
  });
});
