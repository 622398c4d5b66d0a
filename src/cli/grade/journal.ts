import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Judgement } from './judge.ts';

/**
 * What has been judged, one hand-in a line, so that grading goes on where it was ended and late hand-ins cost only themselves. A line that was cut by a crash is not
 * there.
 */
export class Journal {
  readonly #file: string;
  readonly #known = new Map<string, readonly Judgement[]>();

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      try {
        const { key, judgements } = JSON.parse(line) as { key: string; judgements: readonly Judgement[] };
        this.#known.set(key, judgements);
      } catch {
        // The last line of a run that was ended.
      }
    }
  }

  get(key: string): readonly Judgement[] | undefined {
    return this.#known.get(key);
  }

  /** In the file when this returns. */
  add(key: string, judgements: readonly Judgement[]): void {
    this.#known.set(key, judgements);
    // After the end of a line that was cut, a new one has to begin.
    appendFileSync(this.#file, `\n${JSON.stringify({ key, judgements })}`);
  }
}
