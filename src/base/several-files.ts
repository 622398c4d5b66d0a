/**
 * A program of several files as one text: that of its main file, and for each other file a line that names it, with its text below. So whatever
 * keeps, sends, hands in or grades a program handles one text, and a program of one file is that file, to the last character.
 */
export interface SeveralFiles {
  readonly main: string;
  /** Name, such as `layer.ts` → text, in the order in which they stand. */
  readonly others: Readonly<Record<string, string>>;
}

const HEADING = /^\/\/ ===== ([a-z][a-z0-9-]*\.ts) =====$/;

/** The line above the text of another file. */
export const fileHeading = (name: string): string => `// ===== ${name} =====`;

/**
 * One text of several files. Empty lines at their ends are not kept.
 *
 * @example joinFiles('hello();\n', { 'hello.ts': 'export …' }) // "hello();\n\n// ===== hello.ts =====\nexport …\n"
 */
export function joinFiles({ main, others }: SeveralFiles): string {
  const more = Object.entries(others);
  if (more.length === 0) return main;
  return `${[main, ...more.map(([name, text]) => `${fileHeading(name)}\n${text}`)].map((text) => text.trimEnd()).join('\n\n')}\n`;
}

/**
 * The files of a text. `names` are those that the text may bring; a line that names another is a comment like any other. By default every line of
 * this form counts. Of a file that comes twice the last holds.
 */
export function splitFiles(text: string, names?: readonly string[]): SeveralFiles {
  const main: string[] = [];
  const others: Record<string, string[]> = {};
  let current = main;
  for (const line of text.split('\n')) {
    const name = HEADING.exec(line.trimEnd())?.[1];
    if (name !== undefined && (names === undefined || names.includes(name))) others[name] = current = [];
    else current.push(line);
  }
  if (current === main) return { main: text, others: {} };
  const whole = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`;
  return { main: whole(main), others: Object.fromEntries(Object.entries(others).map(([name, lines]) => [name, whole(lines)])) };
}

const IMPORT = /\bfrom\s*['"]\.{1,2}\/(?:[^'"]*\/)?([^'"/]+)['"]|\bimport\s*['"]\.{1,2}\/(?:[^'"]*\/)?([^'"/]+)['"]/g;

/** Names of the program's own files that `text` imports: `layer.ts` for `'./layer'`. The compiler, too, goes by the last part alone. */
export const filesImportedBy = (text: string): readonly string[] => [...new Set([...text.matchAll(IMPORT)].map(([, from, bare]) => `${(from ?? bare)!.replace(/\.(ts|m?js)$/, '')}.ts`))];
