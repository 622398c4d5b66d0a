/**
 * The hostile programs in whatever browser opens this page, which needs no driver: it sends what it saw to the server that it came from.
 * `?fuzz=N` adds N random programs for the real engine, and `from` is the seed of the first.
 */
import engine from 'virtual:sandbox/engine';
import standIn from 'virtual:sandbox/stand-in';
import type { Reply, Request } from '#engine';
import { ATTACKER, hostilePrograms, type attacks } from '../hostile.ts';
import { openSandbox, type Sandbox } from '../sandbox.ts';
import { randomText } from './random-text.ts';

interface Seen {
  readonly attack: keyof typeof attacks | 'B12';
  readonly name: string;
  /** Why it counts as reached, or undefined. */
  readonly reached: string | undefined;
  /** Longest time in which the page did not answer, and how long it took until the next program ran, in milliseconds. */
  readonly stall: number;
  readonly ended: number;
}

const request = (program: string): Request => ({ kind: 'run', program: { files: { 'main.ts': program }, entry: 'main.ts' } });
const finals: readonly Reply['kind'][] = ['ran', 'refused', 'stopped'];
let longest = 0;
let last = performance.now();
setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last - 10);
  last = now;
}, 10);

async function attackWith(sandbox: Sandbox, program: string): Promise<Pick<Seen, 'reached' | 'stall' | 'ended'>> {
  const replies: Reply[] = [];
  longest = 0;
  const end = await sandbox.run(request(program), (reply) => replies.push(reply), { watch: { silence: 600, limit: 2_000 } }).done;
  const stall = Math.round(longest);
  const stopped = performance.now();
  const after = await sandbox.run(request(`console.log('still here');`)).done;
  const ended = Math.round(performance.now() - stopped);
  const text = JSON.stringify(replies);
  const reached = text.includes('ESCAPED')
    ? 'got what it was after'
    : replies.some(({ kind }) => kind === 'judged')
      ? 'forged a verdict'
      : !finals.includes(end.kind)
        ? `ended as ${end.kind}`
        : after.kind !== 'ran'
          ? 'the next program did not run'
          : undefined;
  return { reached, stall, ended };
}

async function main(): Promise<void> {
  const seen: Seen[] = [];
  // The page itself may: whoever counts can tell by it that they would have seen an attacker.
  await fetch('/attacked/control');
  const raw = openSandbox(standIn);
  // Warm, so that the first program is not charged with the loading of the frame.
  await raw.run(request('')).done;
  for (const { attack, name, program } of hostilePrograms) seen.push({ attack, name, ...(await attackWith(raw, program.replaceAll(ATTACKER, location.origin + '/attacked'))) });
  raw.close();
  const real = openSandbox(engine);
  await real.run(request('')).done;
  const asked = new URLSearchParams(location.search);
  const count = Number(asked.get('fuzz') ?? 0);
  const from = Number(asked.get('from') ?? 1);
  for (let seed = from; seed < from + count; seed++) {
    longest = 0;
    const { kind } = await real.run(request(randomText(seed)), () => {}, { watch: { silence: 600, limit: 2_000 } }).done;
    const reached = finals.includes(kind) ? undefined : `ended as ${kind}`;
    if (reached !== undefined || longest > 1_000 || seed === from + count - 1) seen.push({ attack: 'B12', name: `random program ${seed}`, reached, stall: Math.round(longest), ended: 0 });
  }
  real.close();
  await fetch('/result', { method: 'POST', body: JSON.stringify({ seen, fuzzed: count, agent: navigator.userAgent }) });
}

main().catch((error: unknown) => fetch('/result', { method: 'POST', body: JSON.stringify({ error: String(error) }) }));
