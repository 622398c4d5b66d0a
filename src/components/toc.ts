/** Contents of a page. */
export interface TocEntry {
  readonly slug: string;
  readonly text: string;
}

interface Heading extends TocEntry {
  readonly depth: number;
}

/** The page's sections. Deeper headings are for those who are already there. */
export const tocOf = (headings: readonly Heading[]): TocEntry[] =>
  headings.filter((heading) => heading.depth === 2).map(({ slug, text }) => ({ slug, text }));
