/** What the frontmatter of each kind of content file must hold. */
import type { z } from 'astro/zod';
import { address, count, flag, list, oneOf, position, record, text } from './fields.ts';

const lessonId = text('the id of a lesson, such as foundations/every-order');

export const partSchema = record({
  title: text('the title of the part'),
  order: count('the number of the part'),
  tagline: text('one short sentence that says what the part is about'),
});

export const sourceSchema = record({
  title: text('the title of the source'),
  url: address('the address of the source'),
  checked: text("the version and the month in which it was checked, such as 'Go 1.27, 2026-08'"),
});

export const lessonSchema = record({
  title: text('the title of the lesson'),
  description: text('one sentence that says what the lesson is about'),
  order: position('the number of the lesson within its part'),
  minutes: count('the minutes that a reader needs'),
  learn: list(text('one thing that a reader can do afterwards'), 'what a reader can do afterwards', 2, 4),
  needs: list(lessonId, 'the ids of the lessons that should be read before'),
  sources: list(sourceSchema, 'the sources, each with title, url and checked'),
});

export const exerciseKinds = ['fix', 'build', 'break', 'predict', 'size', 'measure'] as const;

/** Of an exercise of kind `break`: what some order of a program has to do, and whether any can. The build computes it and compares. */
export const goalSchema = record({
  program: text('the name of a program of the lesson, such as lost-update for programs/lost-update.ts'),
  end: oneOf(['ok', 'deadlock', 'panic', 'error', 'livelock', 'leak', 'race', 'failure']).optional(),
  output: list(text('a printed line'), 'the lines that the order is to print').optional(),
  notOutput: list(text('a printed line'), 'the lines instead of which the order is to print others').optional(),
  possible: flag('true if some order does it, false if that none does is what the learner has to prove'),
  mode: oneOf(['preemptive', 'cooperative', 'cpython']).optional(),
  timers: oneOf(['any', 'patient']).optional(),
  cores: count('the number of virtual cores').optional(),
});

export const exerciseSchema = record({
  title: text('the title of the exercise'),
  kind: oneOf(exerciseKinds),
  minutes: count('the minutes that a learner needs'),
  hints: list(text('a hint'), 'hints, from a nudge to nearly the answer', 3, 3),
  needs: list(lessonId, 'the ids of the lessons that should be read before').default([]),
  files: list(
    record({
      name: text('the name of a file beside starter.ts, without its ending').regex(/^(?!(?:starter|solution|check|grade|main|answer|index)$)[a-z][a-z0-9-]*$/, { error: 'This is no name for a file. Write a name in lower case with hyphens, without .ts, and none of: starter, solution, check, grade, main, answer, index.' }),
      edit: flag('true if the learner may change the file').default(false),
    }),
    'the other files of the exercise',
  ).default([]),
  goal: goalSchema.optional(),
  notes: list(text('a note on another way to solve it'), 'notes on other ways to solve it, shown with the solution').optional(),
});

export const termSchema = record({
  term: text('the word as it stands in a sentence'),
  aliases: list(text('another word for the same thing'), 'other words for the same thing').default([]),
  api: list(text('a name of the library, such as go/Mutex'), 'what the library has for it, such as go/Mutex').default([]),
});

export const pathSchema = record({
  title: text('the title of the path'),
  order: count('the number of the path among the others'),
  lessons: list(lessonId, 'the ids of the lessons in the order in which to read them', 1),
});

/** A page of measurements. */
export const labSchema = record({
  title: text('the title of the page'),
  description: text('one sentence that says what is measured'),
});

export type PartData = z.infer<typeof partSchema>;
export type LessonData = z.infer<typeof lessonSchema>;
export type ExerciseData = z.infer<typeof exerciseSchema>;
export type GoalData = z.infer<typeof goalSchema>;
export type TermData = z.infer<typeof termSchema>;
export type PathData = z.infer<typeof pathSchema>;
export type SourceData = z.infer<typeof sourceSchema>;
