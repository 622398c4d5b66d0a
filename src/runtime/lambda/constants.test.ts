import { globSync, readFileSync } from 'node:fs';
import { explore, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { UNVERIFIED } from './constants.ts';

const texts = Object.values(UNVERIFIED);
const unverifiedIn = (text: string): readonly string[] => texts.filter((one) => text.includes(one));
const lessons = globSync('content/lessons/**/*.{mdx,ts}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const programs = lessons.filter(({ file, text }) => /[\\/]programs[\\/]/.test(file) && text.includes("'happens-before/lambda'"));

describe('a text of which no source was found', () => {
  it('stands in no lesson', () => {
    expect(lessons.length).toBeGreaterThan(100);
    expect(lessons.flatMap(({ file, text }) => unverifiedIn(text).map((one) => `${file}: ${one}`))).toEqual([]);
  });

  it('is printed by no program of a lesson', () => {
    expect(programs.length).toBeGreaterThan(3);
    expect(programs.flatMap(({ file, text }) => unverifiedIn(run(text).output.join('\n')).map((one) => `${file}: ${one}`))).toEqual([]);
  });

  it('would be found where a program prints it', () => {
    const { outcomes } = explore(`
      import { Account } from 'happens-before/lambda';
      try {
        new Account().function({ name: 'f', runtime: 'java21', alias: 'live', snapStart: true, provisioned: 1 });
      } catch (error) {
        console.log((error as Error).message);
      }
    `);
    expect(unverifiedIn(outcomes.flatMap(({ output }) => output).join('\n'))).toEqual([UNVERIFIED.snapStartProvisioned]);
  });
});
