/** What an instructor may say of an edition of their own, in `course.config.yaml`. */
import { z } from 'astro/zod';
import { catalogues, languages, ownWordProblem } from '#words/catalogues';
import { address, flag, list, oneOf, record, text } from '../fields.ts';
import { contrastProblem } from './contrast.ts';

const id = (what: string, parts: number) => text(what).regex(new RegExp(`^[\\w-]+(/[\\w-]+){${parts - 1}}$`), { error: (issue) => `"${String(issue.input)}" is not ${what}.` });

const colour = text("a colour such as '#0b5cad'").regex(/^#[0-9a-f]{6}$/i, { error: (issue) => `"${String(issue.input)}" is not a colour. Write six hexadecimal digits after a #, in quotes: '#0b5cad'.` });

/** A colour for the light theme and one for the dark; each must be readable on the ground of its theme. */
const pair = z
  .tuple([colour, colour], { error: () => "Write two colours, for the light and for the dark theme: ['#0b5cad', '#7db7ff']." })
  .superRefine(([light, dark], context) => {
    for (const problem of [contrastProblem(light, 'light'), contrastProblem(dark, 'dark')]) if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const part = z.union([
  id('the id of a part, such as goroutines', 1),
  record({ id: id('the id of a part, such as goroutines', 1), lessons: list(id('the id of a lesson within its part, such as channels', 1), 'the lessons of the part, in your order', 1) }),
]);

export const editionSchema = record({
  title: text('the title of your edition').max(80, { error: () => 'This title is longer than 80 characters. Shorten it: it stands at the top of every page.' }).default('Happens Before'),
  description: text('one sentence on your course, for search engines and links').optional(),
  version: text("a name for this state of your edition, such as '2026-autumn'").max(40).optional(),
  logo: text('the path of a picture (.svg or .png), from the folder of this file').optional(),
  colours: record({ link: pair.optional(), accent: pair.optional() }).default({}),
  language: oneOf(languages).default('en'),
  contentLanguage: text("the language that your own lessons are written in, as a web page says it: 'de', 'pt-BR'").regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: (issue) => `"${String(issue.input)}" does not name a language. Write its code, such as de.` }).optional(),
  words: z.record(z.string(), text('what is to stand there'), { error: () => 'Write words as "group.name: text", each on its own line.' }).default({}),
  footer: text('a line for the foot of every page, such as whom to ask').optional(),
  site: address('the address at which the course will be').optional(),
  content: text('the path of a folder with lessons of your own, from the folder of this file').optional(),
  parts: list(part, 'the parts, each by its id, in your order', 1).optional(),
  without: list(text('the id of a lesson (part/lesson) or of an exercise (part/lesson/exercise)').regex(/^[\w-]+\/[\w-]+(\/[\w-]+)?$/, { error: (issue) => `"${String(issue.input)}" is neither a lesson (part/lesson) nor an exercise (part/lesson/exercise).` }), 'what to leave out').default([]),
  solutions: oneOf(['always', 'solved', 'never']).default('always'),
  mode: oneOf(['preemptive', 'cooperative', 'cpython']).default('preemptive'),
  handIn: record({
    label: text("what learners are asked for, such as 'Student number'").optional(),
    pattern: text("a regular expression that it has to match, such as '[0-9]{7}'").refine(isPattern, { error: (issue) => `"${String(issue.input)}" is not a regular expression.` }).optional(),
    hint: text("what to say about it, such as 'seven digits'").optional(),
    shown: flag('false if nobody is to hand in anything').default(true),
  }).prefault({}),
}).superRefine(({ language, words }, context) => {
  for (const key of Object.keys(words)) {
    const problem = ownWordProblem(catalogues[language], key);
    if (problem !== undefined) context.addIssue({ code: 'custom', path: ['words', key], message: problem });
  }
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'v') instanceof RegExp;
  } catch {
    return false;
  }
}

export type EditionData = z.infer<typeof editionSchema>;
