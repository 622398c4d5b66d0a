/** Our own words for what Pagefind offers. Its files are made after the build, beside the pages. */
import { isRelated, markedIn } from './search-match.ts';

export interface Hit {
  readonly url: string;
  readonly title: string;
  /** Where in the course: “Goroutines · Lesson 9”. */
  readonly place: string;
  /** HTML, escaped by Pagefind, with `<mark>` around what was found. */
  readonly excerpt: string;
  /** Headings within the page that match on their own. */
  readonly sections: readonly { readonly url: string; readonly title: string }[];
}

export interface SearchIndex {
  find(words: string): Promise<{ readonly hits: readonly Hit[]; readonly total: number }>;
}

interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly Section[];
}
interface Section {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
}

const mostPages = 8;
const mostSections = 3;

/** `base` is the site's base with a slash at its end. */
export async function openIndex(base: string): Promise<SearchIndex> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  return {
    async find(words) {
      const { results } = await pagefind.search(words);
      const pages = await Promise.all(results.slice(0, mostPages).map((result) => result.data()));
      const related = pages.filter(({ excerpt, sub_results: sections }) =>
        isRelated(words, [excerpt, ...sections.map((section) => section.excerpt)].flatMap(markedIn)),
      );
      // Those that were not looked at are worse than the ones that were.
      if (related.length === 0) return { total: 0, hits: [] };
      return { total: results.length - (pages.length - related.length), hits: related.map(toHit) };
    },
  };
}

function toHit(page: PagefindPage): Hit {
  // Pagefind lists sections as they stand in the page; in the glossary the word itself may come last.
  const sections = page.sub_results
    .filter((section) => section.url.includes('#'))
    .sort((a, b) => score(b) - score(a))
    .slice(0, mostSections);
  return {
    url: page.url,
    title: page.meta['title'] ?? page.url,
    place: page.meta['place'] ?? '',
    excerpt: page.excerpt,
    sections: sections.map(({ url, title }) => ({ url, title })),
  };
}

const score = (section: Section) => section.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
