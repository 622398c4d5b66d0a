import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesImportedBy } from '#base';
import { ask, explore } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { UNVERIFIED } from './constants.ts';

const texts = Object.values(UNVERIFIED);
const unverifiedIn = (text: string): readonly string[] => texts.filter((one) => text.includes(one));
const lessons = globSync('content/lessons/**/*.{mdx,ts}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const programs = lessons.filter(({ file, text }) => /[\\/]programs[\\/]/.test(file) && text.includes("'happens-before/lambda'"));

/** What a program of a lesson prints, in the plain order. */
function printed(file: string, text: string): string {
  const others = filesImportedBy(text).map((name) => [name, readFileSync(join(dirname(file), name), 'utf8')] as const);
  const reply = ask({ kind: 'run', program: { files: { 'main.ts': text, ...Object.fromEntries(others) }, entry: 'main.ts' } });
  if (reply.kind !== 'ran') throw new Error(`${file}: ${JSON.stringify(reply)}`);
  return reply.trace.output.join('\n');
}

describe('a text of which no source was found', () => {
  it('stands in no lesson', () => {
    expect(lessons.length).toBeGreaterThan(100);
    expect(lessons.flatMap(({ file, text }) => unverifiedIn(text).map((one) => `${file}: ${one}`))).toEqual([]);
  });

  it('is printed by no program of a lesson', () => {
    expect(programs.length).toBeGreaterThan(3);
    expect(programs.flatMap(({ file, text }) => unverifiedIn(printed(file, text)).map((one) => `${file}: ${one}`))).toEqual([]);
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
