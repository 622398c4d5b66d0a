/**
 * Schedule strings: who goes, in order, in a form that a person can read, type and send.
 *
 *   schedule    = word { " " word }
 *   word        = task [ "*" count ] [ "/" alternative ]
 *   task        = one or more characters, none of them a space, "*" or "/"
 *   count       = 1, 2, 3 …      this task goes so many times in a row
 *   alternative = 0, 1, 2 …      which of the ways to go on it takes, each time: a ready case of a select
 *
 * `main*3 a b*2 worker/1` is main three times, a once, b twice, and worker taking its alternative 1.
 */
export interface ScheduleWord {
  readonly task: string;
  readonly count: number;
  readonly alternative?: number;
}

/** A schedule that cannot be read. The message says which word, and what a word looks like. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError';
  /** 1-based position of the word. */
  readonly position: number;

  constructor(position: number, word: string, why: string) {
    super(`schedule word ${position} (${JSON.stringify(word)}) ${why}`);
    this.position = position;
  }
}

const WORD = /^([^\s*/]+)(?:\*(\d+))?(?:\/(\d+))?$/;
const MOST = 1_000_000;

/**
 * Reads a schedule string. Spaces and line breaks around and between words do not matter; an empty string is an empty schedule.
 *
 * @throws ScheduleError if a word does not follow the grammar.
 */
export function parseSchedule(text: string): readonly ScheduleWord[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word, index) => {
      const found = WORD.exec(word);
      if (!found) throw new ScheduleError(index + 1, word, 'is not a task, task*count or task*count/alternative');
      const [, task = '', times = '1', way] = found;
      const count = Number(times);
      if (count < 1 || count > MOST) throw new ScheduleError(index + 1, word, `must have a count from 1 to ${MOST}`);
      return way === undefined ? { task, count } : { task, count, alternative: Number(way) };
    });
}

/** Writes a schedule string. Neighbours that say the same are joined, so the result is the shortest form. */
export function formatSchedule(words: readonly { task: string; count?: number; alternative?: number | undefined }[]): string {
  const joined: { task: string; count: number; alternative: number | undefined }[] = [];
  for (const { task, count = 1, alternative } of words) {
    const before = joined.at(-1);
    if (before && before.task === task && before.alternative === alternative) before.count += count;
    else joined.push({ task, count, alternative });
  }
  return joined
    .map(({ task, count, alternative }) => task + (count > 1 ? `*${count}` : '') + (alternative === undefined ? '' : `/${alternative}`))
    .join(' ');
}
