/** What a file of the suite says about itself, in the comment between two lines of dashes. */
export interface FrontMatter {
  readonly description: string;
  readonly flags: readonly string[];
  readonly features: readonly string[];
  readonly includes: readonly string[];
  /** The program must fail with an error of this name: when it is read, or when it runs. */
  readonly negative: { readonly phase: 'parse' | 'resolution' | 'runtime'; readonly type: string } | undefined;
}

/**
 * Reads the front matter of a test. It is YAML, of which the suite uses little: a key at the start of a line, and after it a word, a
 * list in brackets, a list of dashes, or keys that are indented.
 */
export function readFrontMatter(text: string): FrontMatter {
  const comment = /\/\*---\r?\n?([\s\S]*?)---\*\//.exec(text)?.[1] ?? '';
  const sections = new Map<string, string>();
  let key = '';
  for (const line of comment.split(/\r?\n/)) {
    const start = /^([\w-]+):(.*)$/.exec(line);
    if (start) key = start[1] as string;
    sections.set(key, `${sections.get(key) ?? ''}${start ? (start[2] as string) : line}\n`);
  }
  const list = (name: string): readonly string[] => (sections.get(name) ?? '').replace(/#.*/g, '').split(/[\s,[\]]+/).filter((word) => word !== '' && word !== '-');
  const field = (name: string, inner: string): string | undefined => new RegExp(`^\\s+${inner}:\\s*(\\S+)`, 'm').exec(sections.get(name) ?? '')?.[1];
  const type = field('negative', 'type');
  return {
    description: (sections.get('description') ?? '').replace(/[>|\s]+/g, ' ').trim(),
    flags: list('flags'),
    features: list('features'),
    includes: list('includes'),
    negative: type === undefined ? undefined : { phase: field('negative', 'phase') as 'parse', type },
  };
}
