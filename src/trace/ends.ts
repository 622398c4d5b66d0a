import type { End, Place, Trace, Waiting } from './types.ts';
import { clean, pad, cells } from './clean.ts';
import { list, taskName } from './lookup.ts';
import { holderWords, waitPhrase } from './table.ts';

/** What the kernel says of a run that had too many tasks for its steps. */
const CROWD = 'tasks were started';

/** One sentence on how the run ended, or undefined if it ended well and left nobody waiting. */
export function outcome(trace: Trace): string | undefined {
  const bad = endSentence(trace.end, trace);
  if (bad) return bad;
  if (trace.leaks.length === 0) return undefined;
  const names = trace.leaks.map((w) => taskName(trace, w.task));
  return `Leak: ${list(names)} still ${names.length === 1 ? 'waits' : 'wait'}, and nothing will come.`;
}

function endSentence(end: End, trace: Trace): string | undefined {
  switch (end.kind) {
    case 'ok':
      return undefined;
    case 'deadlock': {
      const cycle = end.cycle.map((id) => taskName(trace, id));
      if (cycle.length > 1) return `Deadlock: ${list(cycle)} wait for each other.`;
      const names = end.waiting.map((w) => taskName(trace, w.task));
      return `Deadlock: ${list(names)} ${names.length === 1 ? 'waits' : 'wait'}, and no task can go on.`;
    }
    case 'panic':
      return `Panic in ${taskName(trace, end.task)}: ${firstLine(end.message)}`;
    case 'error':
      return `Error in ${taskName(trace, end.task)}: ${firstLine(end.message)}`;
    case 'livelock':
      if (end.message.includes(CROWD)) return `Stopped: too many tasks to follow them all to their end: ${firstLine(end.message)}`;
      return `Stopped: ${taskName(trace, end.task)} keeps running and gets nowhere${end.message === '' ? '.' : `: ${firstLine(end.message)}`}`;
    default:
      return end satisfies never;
  }
}

/** The lines under the text form. Empty if the run ended well. */
export function endLines(trace: Trace): readonly string[] {
  const sentence = outcome(trace);
  if (!sentence) return [];
  const waiting = trace.end.kind === 'deadlock' ? trace.end.waiting : trace.leaks;
  const width = Math.max(0, ...waiting.map((w) => cells(taskName(trace, w.task))));
  return [sentence, ...waiting.map((w) => `  ${pad(taskName(trace, w.task), width)}  ${waitLine(w, trace)}`)];
}

function waitLine(waiting: Waiting, trace: Trace): string {
  const words = [waitPhrase(waiting.reason, waiting.resource, trace), holderWords(waiting, trace)].filter((part) => part !== undefined);
  return `${words.join(', ')}, since step ${waiting.since}${line(waiting.place)}`;
}

const line = (place: Place | undefined): string => (place ? `, line ${place.line}` : '');

export const firstLine = (message: string): string => clean(message.split('\n', 1)[0] ?? '');
