import type { Reply } from '#engine';
import type { Limits } from '../protocol.ts';

export const cutNotice = (lines: number): string => `… output cut after ${lines} lines`;

/** The first lines of `lines` that fit into what `room` still allows, with a notice in place of the rest. */
function cut(lines: readonly string[], room: { lines: number; characters: number }, limits: Limits): readonly string[] {
  const kept: string[] = [];
  for (const line of lines) {
    if (room.lines <= 0 || room.characters <= 0) {
      kept.push(cutNotice(limits.lines - room.lines));
      break;
    }
    kept.push(line.length > room.characters ? `${line.slice(0, room.characters)}…` : line);
    room.lines -= 1;
    room.characters -= line.length;
  }
  return kept;
}

/**
 * Cuts what a program prints. A flood of lines becomes its beginning and a notice; the steps of the run are not touched,
 * because the engine's own step limit has bounded them already.
 */
export function withinBudget(limits: Limits, emit: (reply: Reply) => void): (reply: Reply) => void {
  const streamed = { lines: limits.lines, characters: limits.characters };
  let full = false;
  return (reply) => {
    if (reply.kind === 'output') {
      if (full) return;
      full = streamed.lines < reply.lines.length;
      emit({ kind: 'output', lines: cut(reply.lines, streamed, limits) });
    } else if (reply.kind === 'ran') {
      const output = cut(reply.trace.output, { lines: limits.lines, characters: limits.characters }, limits);
      emit({ ...reply, trace: { ...reply.trace, output } });
    } else if (reply.kind === 'explored') {
      const room = { lines: limits.lines, characters: limits.characters };
      const outcomes = reply.exploration.outcomes.map((outcome) => ({ ...outcome, output: cut(outcome.output, { ...room }, limits) }));
      emit({ ...reply, exploration: { ...reply.exploration, outcomes } });
    } else {
      emit(reply);
    }
  };
}
