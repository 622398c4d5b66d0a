interface Here {
  readonly params: Readonly<Record<string, string | number | undefined>>;
}

/** The id of the lesson whose page is being drawn. Elsewhere, a component must be told with `lesson="part/slug"`. */
export function lessonHere({ params }: Here, lesson?: string): string {
  if (lesson !== undefined) return lesson;
  if (params['part'] === undefined || params['slug'] === undefined)
    throw new Error('This page is not a lesson. Say which lesson is meant, as lesson="part/slug".');
  return `${params['part']}/${params['slug']}`;
}
