import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { referenceLoader } from '#reference/loader';
import { exerciseSchema, labSchema, lessonSchema, partSchema, pathSchema, termSchema } from '#lesson';

/** `foundations/every-order/index.mdx` → `foundations/every-order`: an entry is named by its folder. */
const byFolder = ({ entry }: { entry: string }) => entry.replace(/\/index\.mdx$/, '');
/** `1-foundations.md` → `foundations`: the number only sorts the files for those who list them. */
const byName = ({ entry }: { entry: string }) => entry.replace(/^\d+-/, '').replace(/\.md$/, '');

const files = (base: string, pattern: string, generateId: typeof byFolder) => glob({ base: `${process.env['COURSE_CONTENT'] ?? './content'}/${base}`, pattern, generateId });

export const collections = {
  parts: defineCollection({ loader: files('parts', '*.md', byName), schema: partSchema }),
  lessons: defineCollection({ loader: files('lessons', '*/*/index.mdx', byFolder), schema: lessonSchema }),
  exercises: defineCollection({ loader: files('lessons', '*/*/exercises/*/index.mdx', byFolder), schema: exerciseSchema }),
  glossary: defineCollection({ loader: files('glossary', '*.md', byName), schema: termSchema }),
  lab: defineCollection({ loader: files('lab', '*.mdx', ({ entry }) => entry.replace(/\.mdx$/, '')), schema: labSchema }),
  paths: defineCollection({ loader: files('paths', '*.md', byName), schema: pathSchema }),
  reference: defineCollection({ loader: referenceLoader() }),
  rules: defineCollection({ loader: glob({ base: './docs/spec', pattern: '*.md' }) }),
};
