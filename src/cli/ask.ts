import type { Reply, Request } from '#engine';
import { runOwn } from '#sandbox/node';

/**
 * Answers a request as the page does: in a realm of its own that is closed, so that no program replaces what the engine stands on, and
 * in a process of its own, so that one that is stuck can be told from one that takes long. Shows progress to whoever sits at a terminal.
 */
export async function ask(request: Request): Promise<Reply> {
  const isWatched = process.stderr.isTTY;
  let shown = 0;
  const reply = await runOwn(request, {
    onReply(said) {
      if (said.kind !== 'progress' || !isWatched || performance.now() - shown < 1_000) return;
      shown = performance.now();
      process.stderr.write(`\r${said.progress.runs.toLocaleString('en')} orders …`);
    },
  });
  if (shown > 0) process.stderr.write('\r\x1b[K');
  return reply;
}
