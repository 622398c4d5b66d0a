import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { handle, type Reply, type Request } from '#engine';
import { claimsOf, isAsClaimed, loadReference, programOf, type Module } from './index.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** What runs in the course. The examples of the package's own tools run in Node: tests/package.test.ts. */
const IN_COURSE = ['go', 'threading', 'lambda'];

const modules = (await loadReference(ROOT)).filter(({ name }) => IN_COURSE.includes(name));

function ask(request: Request): Reply {
  const replies: Reply[] = [];
  handle(request, (reply) => replies.push(reply), { now: () => 0 });
  return replies.at(-1) as Reply;
}

/** All that comes of an example, in every order: what each of its lines prints, and how it ends. */
function explored(example: string, module: Module): { readonly printed: readonly ReadonlyMap<number, string>[]; readonly ends: readonly string[]; readonly faults: readonly string[] } {
  const { text, offset } = programOf(example, module);
  const program = { files: { 'main.ts': text }, entry: 'main.ts' };
  // The account's own clocks, of a queue that is polled above all, may not run ahead of the program: there would be orders without end.
  const timers = module.name === 'lambda' ? 'patient' : 'any';
  const reply = ask({ kind: 'explore', program, timers });
  if (reply.kind !== 'explored') throw new Error(reply.kind === 'refused' ? reply.diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n') : JSON.stringify(reply));
  const { outcomes, races, leaks, complete } = reply.exploration;
  const printed = outcomes.map(({ schedule }) => {
    const run = ask({ kind: 'run', program, schedule, timers });
    if (run.kind !== 'ran') throw new Error(`a run of ${schedule} ended as ${run.kind}`);
    const lines = new Map<number, string>();
    for (const { verb, place, value } of run.trace.events) if (verb === 'print' && place !== undefined) lines.set(place.line - offset, lines.has(place.line - offset) ? `${lines.get(place.line - offset)}, ${value}` : (value ?? ''));
    return lines;
  });
  const faults = [...(complete ? [] : ['not all orders were run']), ...races.map(({ location }) => `a race on ${location}`), ...leaks.map(({ task, reason }) => `${task} leaks: ${reason}`)];
  return { printed, ends: outcomes.map(({ end, message }) => (message === undefined ? end : `${end}: ${message}`)), faults };
}

describe.each(modules.map((module) => ({ name: module.name, module })))('the examples of $name', ({ module }) => {
  const examples = module.entries.flatMap((entry) => [entry, ...entry.members.map((member) => ({ ...member, name: `${entry.name}.${member.name}` }))].flatMap(({ name, doc }) => doc.examples.map((example) => [name, example] as const)));

  it.each(examples)('%s does in every order what its comments say', (_, example) => {
    const { prints, ends: claimedEnds } = claimsOf(example);
    const { printed, ends, faults } = explored(example, module);
    expect(faults).toEqual([]);
    // Each order ends well or as a comment says, and each such comment is of some order.
    expect(ends.filter((end) => end !== 'ok' && !claimedEnds.some((claim) => end.startsWith(claim.end) && end.includes(claim.message)))).toEqual([]);
    expect(claimedEnds.filter((claim) => !ends.some((end) => end.startsWith(claim.end) && end.includes(claim.message)))).toEqual([]);
    const lines = [...new Set([...prints.map(({ line }) => line), ...printed.flatMap((run) => [...run.keys()])])].sort((a, b) => a - b);
    for (const line of lines) {
      const ways = prints.find((claim) => claim.line === line)?.ways ?? [];
      const seen = [...new Set(printed.map((run) => run.get(line) ?? ''))];
      const where = `line ${line}: ${example.split('\n')[line - 1]}`;
      expect(seen.filter((text) => !ways.some((way) => isAsClaimed(text, way))), `${where}, prints what its comment does not say`).toEqual([]);
      expect(ways.filter((way) => !seen.some((text) => isAsClaimed(text, way))), `${where}, never prints this`).toEqual([]);
    }
  }, 120_000);
});
