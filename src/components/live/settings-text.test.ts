import { describe, expect, it } from 'vitest';
import { countSetting, readSetting, writeSetting } from './settings-text.ts';

const program = "const account = new Account({ concurrency: 1_000 });\nconst reserved: number = 60;\nexport const config = { provisioned: 50, alias: 'reserved' };\nconst load = { rate: 0.5 };\n";

describe('a setting in the text of a program', () => {
  it.each([['reserved', 60], ['provisioned', 50], ['concurrency', 1000], ['rate', 0.5], ['memory', undefined]])('%s is read as %j', (name, value) => {
    expect(readSetting(program, name)).toBe(value);
  });

  it('is changed where it stands, and nothing else is', () => {
    expect(writeSetting(program, 'reserved', 75)).toBe(program.replace('= 60', '= 75'));
    expect(writeSetting(program, 'provisioned', 0)).toBe(program.replace('50', '0'));
  });

  it('is none where it is written down twice, or is part of another name', () => {
    const twice = 'const n = 1;\nconst o = { n: 2 };\n';
    expect(countSetting(twice, 'n')).toBe(2);
    expect(readSetting(twice, 'n')).toBeUndefined();
    expect(writeSetting(twice, 'n', 3)).toBe(twice);
    expect(readSetting('const unreserved = 5; x.reserved = 6;', 'reserved')).toBeUndefined();
  });

  it('is none where the program computes it', () => {
    expect(readSetting('const reserved = rate * 2;', 'reserved')).toBeUndefined();
    expect(readSetting('const reserved = 2n;', 'reserved')).toBeUndefined();
  });
});
