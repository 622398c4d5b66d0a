/**
 * Replies that are kept: the same engine says the same of the same request, so the site's build and the tests ask it once. Kept by the
 * text of the engine and that of the request, below .cache; what another engine has said is thrown away.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply, Request } from '#engine';
import { engineScript, runInNode } from './node.ts';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const answers = '.cache/answers';

async function folder(): Promise<string> {
  const current = digest((await engineScript()).hash);
  const path = join(answers, current);
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true });
    for (const old of readdirSync(answers)) if (old !== current) rmSync(join(answers, old), { recursive: true, force: true });
  }
  return path;
}

/** A busy machine does not cut an exploration short: how far it came would be kept for a fact. */
const PATIENT = { exploreMs: 50_000 };

/** The engine's final reply to `request`: the kept one if it was asked before, and never one that a limit has cut off. */
export async function keptReply(request: Request): Promise<Reply> {
  const text = JSON.stringify(request);
  const file = join(await folder(), `${digest(text)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Reply;
  const reply = await runInNode(request, { timeoutMs: 60_000, memoryMb: 1_024, limits: PATIENT });
  // A limit of this machine, today, is not a fact about the program.
  if (reply.kind !== 'stopped') keep(file, JSON.stringify(reply));
  return reply;
}

/** Whole or not at all: another process may be about to read it, or to write the same. */
function keep(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
