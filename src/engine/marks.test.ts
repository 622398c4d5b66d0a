import { describe, expect, it } from 'vitest';
import { handle } from './handle.ts';
import { markTeller } from './marks.ts';
import type { Reached, Reply, Request } from './types.ts';

/** What is told of so many marks. */
function told(marks: number, from = 0): readonly (readonly [mark: number, next: number])[] {
  const all: (readonly [number, number])[] = [];
  const hear = markTeller(from, (mark, next) => all.push([mark, next]));
  for (let i = 0; i < marks; i++) hear(0);
  return all;
}

describe('marks', () => {
  it('RN31 are told one by one at first, and then ever fewer', () => {
    expect(told(500).map(([mark]) => mark)).toEqual(Array.from({ length: 500 }, (_, i) => i));
    const many = told(3_000_000);
    expect(many.length).toBeLessThan(3_000);
    for (const [index, [mark, next]] of many.slice(0, -1).entries()) {
      expect(many[index + 1]?.[0]).toBe(next);
      expect(next - mark).toBeLessThanOrEqual(Math.max(1, mark / 256));
    }
  });

  it('RN31 are told one by one from another number on, which makes the last one known exactly', () => {
    const last = (marks: number, from = 0) => told(marks, from).at(-1) ?? [0, 0];
    const [near, next] = last(123_457);
    expect(next - near).toBeGreaterThan(100);
    expect(last(123_457, near)).toEqual([123_456, 123_457]);
  });
});

/** The lines that are told of a program, and the final reply. */
function lines(request: Request): { readonly lines: readonly string[]; readonly last: Reply | undefined } {
  const replies: Reply[] = [];
  handle(request, (reply) => replies.push(reply));
  const reached = replies.filter((reply): reply is Reached => reply.kind === 'reached');
  return { lines: [...new Set(reached.map(({ place: { line, file } }) => (file === undefined ? String(line) : `${file}:${line}`)))], last: replies.at(-1) };
}

describe('a request for marks', () => {
  const files = { 'main.ts': "import { two } from './other.ts';\nconsole.log(two(1));", 'other.ts': 'export const two = (n: number) =>\n  Number(2 * n);' };
  const program = { files, entry: 'main.ts' };

  it('RN31 is told of places in all files, and then has its answer', () => {
    const { lines: told, last } = lines({ kind: 'run', program, marksFrom: 0 });
    expect(told).toEqual(['other.ts:1', '1', '2', 'other.ts:2']);
    expect(last).toMatchObject({ kind: 'ran', trace: { output: ['2'] } });
  });

  it('RN31 goes the same way as the request without', () => {
    const busy = { files: { 'main.ts': "import { go, WaitGroup } from 'happens-before/go';\nconst wg = new WaitGroup();\nlet n = 0;\nfor (let k = 0; k < 2; k++) wg.go(async () => { const seen = n; n = seen + 1; });\nawait wg.wait();\nconsole.log(n);" }, entry: 'main.ts' };
    for (const kind of ['run', 'explore'] as const) expect(lines({ kind, program: busy, marksFrom: 0 }).last).toEqual(lines({ kind, program: busy }).last);
  });

  it('RN31 is compiled anew where the page has the code already, and begins at the mark that it names', () => {
    const compiled = { code: "'use strict';", entry: 'main.ts', files: [], starts: [] };
    expect(lines({ kind: 'run', program: { ...program, compiled }, marksFrom: 3 }).lines).toEqual(['2', 'other.ts:2']);
  });

  it('RN31 hears of the check, too, by the name of its file', () => {
    const check = "import { check } from 'happens-before/check';\nexport default check<any>({ scenes: [{ name: 'a',\n  play: (answer) => answer.two(1), expect: 2 }] });";
    const { lines: told } = lines({ kind: 'check', program: { files: { 'check.ts': check, 'answer.ts': 'export const two = (n: number) =>\n  Number(2 * n);' }, entry: 'answer.ts' }, answer: 'answer.ts', check: 'check.ts', marksFrom: 0 });
    expect(told).toContain('2');
    expect(told).toContain('check.ts:3');
  });
});
