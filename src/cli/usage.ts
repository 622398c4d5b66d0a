export const usage = `happens-before explore FILE.ts [--mode preemptive|cooperative|cpython] [--max-runs N] [--strategy dpor|naive|pct|random] [--seed N] [--timers any|patient] [--cores N] [--free-threaded] [--json]
happens-before replay  FILE.ts --schedule "main a b a" [--mode …] [--timers …] [--json]
happens-before check   EXERCISE-ID FILE.ts [OTHER-FILE.ts …] [--json]
happens-before check   EXERCISE-ID --schedule "main a b a"|none [--json]
happens-before grade   HANDINS-DIR --out grades.csv [--site https://…] [--jobs N] [--seconds N] [--isolation bubblewrap|quickjs] [--fresh] [--json]
happens-before new     lesson|exercise SLUG
happens-before check   [--json]      the whole course: what each lesson is made of, and what is missing (also: report)

Exit status 0: done, whatever was found · 1: the program does not compile, or the course lacks something · 2: wrong usage · 3: stopped by a limit`;

/** The command was called wrongly. Its message says what is wrong; the usage is printed with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
