/** What a lesson's text refers to, read from the MDX itself so that it can be checked before anything is drawn. */

export interface Mentions {
  /** Ids of `<Term id="…">`, each once, in order of first use. */
  readonly terms: readonly string[];
  /** Numbers of `<Source n={…} />`. */
  readonly sources: readonly number[];
  readonly programs: readonly string[];
  readonly exercises: readonly string[];
  readonly originals: readonly string[];
  /** Targets of links within the site, such as `/goroutines/select/`, with what follows a `#` only into the glossary. */
  readonly links: readonly string[];
}

/** Code may show the very markup that is looked for, so it is taken out first. */
const withoutCode = (body: string) => body.replace(/^(```+|~~~+)[\s\S]*?^\1\s*$/gm, '').replace(/`[^`\n]*`/g, '');

export function mentions(body: string): Mentions {
  const prose = withoutCode(body);
  const all = (pattern: RegExp) => [...new Set([...prose.matchAll(pattern)].map((match) => match[1] ?? ''))];
  return {
    terms: all(/<Term\b[^>]*?\bid=["']([^"']*)["']/g),
    sources: all(/<Source\b[^>]*?\bn=\{\s*(-?\d+)\s*\}/g).map(Number),
    programs: all(/<(?:Program|Predict|Simulation|Step)\b[^>]*?\b(?:name|program)=["']([^"']*)["']/g),
    exercises: all(/<Exercise\b[^>]*?\bid=["']([^"']*)["']/g),
    originals: all(/<Original\b[^>]*?\bfile=["']([^"']*)["']/g),
    links: all(/\]\((\/glossary\/#[^)\s]+|\/[^)#\s]*)/g),
  };
}
