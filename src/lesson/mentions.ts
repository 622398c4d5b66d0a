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
  /** Steps that a caption names and that are far from the one its still shows: the reader would have to go looking for them. */
  readonly farSteps: readonly FarStep[];
}

interface FarStep {
  readonly program: string;
  readonly at: number;
  readonly step: number;
}

/** So many steps to each side are in sight at 1280 px, if their words are long. */
const IN_SIGHT = 6;

function farSteps(prose: string): FarStep[] {
  return [...prose.matchAll(/<Program\b[^>]*?\/>/g)].flatMap(([tag]) => {
    const [program = '', at, caption = ''] = [/\bname="([^"]*)"/, /\bat=\{(\d+)\}/, /\bcaption="([^"]*)"/].map((part) => part.exec(tag)?.[1]);
    if (at === undefined) return [];
    const named = [...caption.matchAll(/\bsteps? (\d+(?:(?:, | and |, and |–)\d+)*)/gi)].flatMap(([, list = '']) => (list.match(/\d+/g) ?? []).map(Number));
    return named.filter((step) => Math.abs(step - Number(at)) > IN_SIGHT).map((step) => ({ program, at: Number(at), step }));
  });
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
    farSteps: farSteps(prose),
  };
}
