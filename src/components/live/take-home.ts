/** Names that the library exports as types alone: Node strips types, and would look for these. */
export const TYPES: readonly string[] = [
  'BarOptions', 'Context', 'Defer', 'DoneAndNotDone', 'ExceptHookArgs', 'ExecutorOptions', 'LocalConstructor', 'Locker', 'MapOptions', 'Recover', 'RecvChan', 'ReturnWhen', 'SelectCase', 'SendChan',
  'ShutdownOptions', 'ThreadOptions', 'WaitOptions',
];

/** What the package has; the rest of the course's modules stay in the course. */
const IN_PACKAGE = /^happens-before\/(go|threading)$/;
const OWN = /^\.{1,2}\/(?:.*\/)?([^/]+?)(?:\.(?:ts|m?js))?$/;
const IMPORT = /^import\s+(type\s+)?([^'"]*?)\s*from\s*(['"])([^'"]+)\3/gm;

/** Whether the package has what `text` imports, files of its own aside: where it has not, nothing offers to copy it. */
export const canGoHome = (text: string): boolean => [...text.matchAll(IMPORT)].every(([, , , , from = '']) => IN_PACKAGE.test(from) || OWN.test(from));

const WITHOUT_DAEMONS = [
  '// As in Python, the program ends when main and every thread that is no daemon have ended.',
  '{',
  "  const { enumerate, mainThread } = await import('happens-before/threading');",
  '  const rest = () => enumerate().find((thread) => thread !== mainThread() && !thread.daemon);',
  '  for (let thread = rest(); thread !== undefined; thread = rest()) await thread.join();',
  '}',
  'process.exit();',
];

const EXPORTED_TYPE = /^export\s+(?:declare\s+)?(?:interface|type)\s+(\w+)/gm;

/**
 * The text of a program as a file that runs in Node as it stands, once the package is installed: types are marked as such, and the program ends where
 * a Go program would, unless it is there to be imported. `undefined` if it uses what the package does not have.
 *
 * `beside`: the program's other files, by name. Each is copied by itself, and its first lines say what belongs beside it.
 */
export function takeHome(text: string, name = 'program.ts', beside: Readonly<Record<string, string>> = {}): string | undefined {
  const sources = [...text.matchAll(IMPORT)].map(([, , , , from]) => from as string);
  const isHere = (from: string): boolean => `${OWN.exec(from)?.[1]}.ts` in beside;
  // One that could not be copied would be missing beside the others.
  const all = [text, ...Object.values(beside)].flatMap((each) => [...each.matchAll(IMPORT)].map(([, , , , from]) => from as string));
  if (!all.every((from) => IN_PACKAGE.test(from) || isHere(from))) return undefined;
  const flags = /^\s*(export\s+)?(const\s+)?enum\s|\bconstructor\s*\([^)]*\b(private|public|protected|readonly)\s/m.test(text) ? '--experimental-transform-types ' : '';
  const types = [...TYPES, ...Object.values(beside).flatMap((other) => [...other.matchAll(EXPORTED_TYPE)].map(([, exported]) => exported as string))];
  const body = text
    .replace(IMPORT, (whole: string, type: string | undefined, names: string, quote: string, from: string) => {
      const marked = type === undefined ? whole.replace(names, markTypes(names, types)) : whole;
      // Node wants the ending.
      return isHere(from) ? marked.replace(`${quote}${from}${quote}`, `${quote}./${OWN.exec(from)![1]}.ts${quote}`) : marked;
    })
    .trimEnd();
  const company = Object.keys(beside);
  const isForOthers = /^export\s+(async\s+function|function|class|const|let)\b/m.test(text);
  const lines = [
    '// From the course Happens Before. Build its package with "npm run package" and "npm pack ./dist-package", then, in a folder with a package.json of',
    `// "type": "module": npm install happens-before-0.1.0.tgz${isForOthers ? '; and import from this file what it exports.' : ` && node ${flags}${name}`}`,
    ...(company.length === 0 ? [] : [`// Save it as ${name}, beside ${company.join(', ')}: the page copies each of them while it is shown.`]),
    body,
  ];
  // Whoever imports it says when the program ends.
  if (isForOthers) return `${lines.join('\n')}\n`;
  // Goroutines do not keep a program alive in Go. Python waits for its threads.
  if (sources.includes('happens-before/go') && !sources.includes('happens-before/threading')) lines.push('', '// As in Go, the program ends when main does, whatever its goroutines are doing.', 'process.exit();');
  if (sources.includes('happens-before/threading') && /\bdaemon\b/.test(text)) lines.push('', ...WITHOUT_DAEMONS);
  return `${lines.join('\n')}\n`;
}

/** `{ chan, SendChan }` → `{ chan, type SendChan }`. */
function markTypes(names: string, types: readonly string[]): string {
  return names.replace(/(?<=[{,]\s*)(?!type\s)(\w+)/g, (name) => (types.includes(name) ? `type ${name}` : name));
}
