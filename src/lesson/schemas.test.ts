import { describe, expect, it } from 'vitest';
import { exerciseSchema, lessonSchema } from './schemas.ts';

const whole = {
  title: 'Locks',
  description: 'One at a time.',
  order: 1,
  minutes: 10,
  learn: ['one', 'two'],
  needs: [],
  sources: [{ title: 'The Go Memory Model', url: 'https://go.dev/ref/mem', checked: 'Go 1.27, 2026-08' }],
};

const says = (data: unknown, schema: typeof lessonSchema | typeof exerciseSchema = lessonSchema) => {
  const parsed = schema.safeParse(data);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

describe('lessonSchema', () => {
  it('accepts a lesson that is whole', () => {
    expect(says(whole)).toEqual([]);
  });

  it('says of each field what is wrong and what to write', () => {
    const { title: _, ...rest } = whole;
    expect(
      says({
        ...rest,
        description: 7,
        minutes: 'ten',
        learn: ['one'],
        needs: 'locks',
        sources: [{ title: 'x', url: 'go.dev', checked: '' }],
        minuets: 3,
      }),
    ).toMatchInlineSnapshot(`
      [
        "title: This field is missing. Add the title of the lesson.",
        "description: This must be text. Write one sentence that says what the lesson is about, in quotes if it looks like a number.",
        "minutes: This must be a whole number from 1 up. Write the minutes that a reader needs.",
        "learn: This list has 1 entries. Write 2 to 4: what a reader can do afterwards.",
        "needs: This must be a list. Write the ids of the lessons that should be read before, each on its own line after a dash.",
        "sources.0.url: "go.dev" is not an address. Write the address of the source, with https:// in front.",
        "sources.0.checked: This field is empty. Write the version and the month in which it was checked, such as 'Go 1.27, 2026-08'.",
        ": "minuets" is not a field here. Rename or remove it; the fields are: title, description, order, minutes, learn, needs, sources.",
      ]
    `);
  });
});

describe('exerciseSchema', () => {
  it('refuses names of files that mean something else, and takes others', () => {
    const with_ = (name: string) => exerciseSchema.safeParse({ title: 'a', kind: 'fix', minutes: 5, hints: ['a', 'b', 'c'], files: [{ name }] });
    for (const name of ['check', 'solution', 'main', 'layer.ts', '../layer', 'Layer', '']) expect(with_(name).success, name).toBe(false);
    expect(with_('version-1').data?.files).toEqual([{ name: 'version-1', edit: false }]);
  });

  it('wants a known kind and three hints', () => {
    expect(says({ title: 'Hold', kind: 'repair', minutes: 5, hints: ['one'] }, exerciseSchema)).toMatchInlineSnapshot(`
      [
        "kind: "repair" is not known here. Write one of: fix, build, break, predict, size, measure.",
        "hints: This list has 1 entries. Write exactly 3: hints, from a nudge to nearly the answer.",
      ]
    `);
  });
});
