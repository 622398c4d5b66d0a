/**
 * The pieces that schemas are made of. Each says in a sentence what is wrong and then what to do, because the
 * person who reads it writes lessons, not code.
 */
import { z } from 'astro/zod';

type Issue = { readonly code?: string | undefined; readonly input?: unknown };

const isMissing = (issue: Issue) => issue.input === undefined || issue.input === null;

/** `text('the title as readers see it')`: some text that is not empty. */
export function text(what: string) {
  return z
    .string({
      error: (issue) =>
        isMissing(issue) ? `This field is missing. Add ${what}.` : `This must be text. Write ${what}, in quotes if it looks like a number.`,
    })
    .trim()
    .min(1, { error: `This field is empty. Write ${what}.` });
}

/** Yes or no. */
export function flag(what: string) {
  return z.boolean({
    error: (issue) => (isMissing(issue) ? `This field is missing. Add ${what}.` : `This must be true or false, without quotes. Write ${what}.`),
  });
}

/** A whole number from 1 up. */
export function count(what: string) {
  const error = (issue: Issue) =>
    isMissing(issue) ? `This field is missing. Add ${what}.` : `This must be a whole number from 1 up. Write ${what}.`;
  return z.int({ error }).min(1, { error });
}

/** A number that sorts its entry among the others; 2.5 goes between 2 and 3. */
export function position(what: string) {
  return z.number({
    error: (issue) => (isMissing(issue) ? `This field is missing. Add ${what}.` : `This must be a number. Write ${what}.`),
  });
}

/** A list of `from` to `to` entries. */
export function list<T extends z.ZodType>(entry: T, what: string, from = 0, to = Number.POSITIVE_INFINITY) {
  const wanted = from === to ? `exactly ${from}` : to === Number.POSITIVE_INFINITY ? `at least ${from}` : `${from} to ${to}`;
  return z
    .array(entry, {
      error: (issue) =>
        isMissing(issue)
          ? `This list is missing. Add ${what}; it may not be left out${from === 0 ? ', but may be []' : ''}.`
          : `This must be a list. Write ${what}, each on its own line after a dash.`,
    })
    .refine((entries) => entries.length >= from && entries.length <= to, {
      error: (issue) => `This list has ${(issue.input as unknown[]).length} entries. Write ${wanted}: ${what}.`,
    });
}

/** One word out of a fixed set. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, {
    error: (issue) =>
      `${isMissing(issue) ? 'This field is missing' : `"${String(issue.input)}" is not known here`}. Write one of: ${words.join(', ')}.`,
  });
}

export function address(what: string) {
  return z.url({
    protocol: /^https?$/,
    error: (issue) =>
      isMissing(issue)
        ? `This field is missing. Add ${what}.`
        : `"${String(issue.input)}" is not an address. Write ${what}, with https:// in front.`,
  });
}

/** An object that knows all its fields, so that a misspelt one is found. */
export function record<T extends z.ZodRawShape>(shape: T) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        const unknown = issue.keys.map((key) => `"${key}"`).join(', ');
        return `${unknown} ${issue.keys.length === 1 ? 'is not a field' : 'are not fields'} here. Rename or remove ${issue.keys.length === 1 ? 'it' : 'them'}; the fields are: ${known.join(', ')}.`;
      }
      return `This must have the fields ${known.join(', ')}. Write each as "name: value" on its own line.`;
    },
  });
}
