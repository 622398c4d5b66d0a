import type { GoalData } from '#lesson';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getEntry, render } from 'astro:content';

export interface ExerciseText {
  readonly Content: AstroComponentFactory;
  readonly data: {
    readonly title: string;
    readonly kind: string;
    readonly minutes?: number | undefined;
    readonly hints: readonly string[];
    readonly notes?: readonly string[] | undefined;
    readonly goal?: GoalData | undefined;
    readonly files: readonly { readonly name: string; readonly edit: boolean }[];
  };
}

/** The text of an exercise, or an error that says which file is missing. */
export async function loadExercise(lesson: string, id: string): Promise<ExerciseText> {
  const entry = await getEntry('exercises', `${lesson}/exercises/${id}`);
  if (entry === undefined)
    throw new Error(
      `<Exercise id="${id}" />: content/lessons/${lesson}/exercises/${id}/index.mdx does not exist\nTry: add the folder, or correct the id`,
    );
  const { Content } = await render(entry);
  return { Content, data: entry.data };
}
