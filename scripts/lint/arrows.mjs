/**
 * The arrows between the folders of `src/`, as one table and as the ESLint rule that holds them.
 *
 * A folder imports another only if the table says so, and only by its public name (`#trace`), which package.json maps to
 * the folder's `index.ts`. Inside a folder, imports are relative and carry their extension.
 */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What learners import, beside the kernel below it. */
const RUNTIME = ['runtime', 'go', 'threading', 'lambda', 'synctest'];
const ENGINE = ['base', 'trace', 'kernel', ...RUNTIME, 'compile', 'explore', 'check'];
const SITE = [...ENGINE, 'engine', 'sandbox', 'lab', 'timeline', 'charts', 'figures', 'editor', 'lesson', 'progress', 'reference', 'ui', 'words'];
const TOOLS = ['base', 'trace', 'engine', 'compile', 'explore', 'check', 'lesson', 'progress', 'sandbox'];

/**
 * @typedef {object} Part
 * @property {string[]} may       parts it may import
 * @property {string[]} [types]   parts it may import types from, and nothing else
 * @property {string[]} [packages] npm packages it may import; left out: any
 * @property {boolean | RegExp} [node] whether it (or the files whose name matches) may import Node's modules
 */

/** @type {Record<string, Part>} */
export const ARROWS = {
  base: { may: [], packages: [] },
  trace: { may: ['base'], packages: [] },
  kernel: { may: ['base', 'trace'], packages: [] },
  go: { may: ['base', 'trace', 'kernel'], packages: [] },
  threading: { may: ['base', 'trace', 'kernel'], packages: [] },
  // Bubbles and a leak check. What they say is Go's, on both kernels.
  synctest: { may: ['base', 'trace', 'kernel', 'go'], packages: [] },
  native: { may: ['base', 'trace', 'kernel', 'synctest'], packages: [] },
  lambda: { may: ['base', 'trace', 'kernel'], packages: [] },
  // Real workers, of a browser or of Node; nothing of the model.
  lab: { may: ['base'], packages: [], node: /\b(host|start)\b/ },
  runtime: { may: ['base', 'trace', 'kernel', 'go', 'threading', 'lambda'], packages: [] },
  compile: { may: ['base'], types: ['kernel', 'engine'], packages: ['acorn', '@sveltejs/acorn-typescript'] },
  explore: { may: ['base', 'trace', 'kernel', ...RUNTIME], packages: [] },
  check: { may: ['base', 'trace', 'kernel', ...RUNTIME, 'explore'], packages: [] },
  engine: { may: ENGINE, packages: [] },
  // The package that a reader takes home: `program.ts` reads files.
  library: { may: [...ENGINE, 'native', 'engine', 'lab'], packages: [], node: /\bprogram\b/ },
  // What comes back from the engine speaks of explorations and verdicts. The build bundles the sandbox by `bundle.ts`.
  sandbox: { may: ['base', 'trace', 'engine'], types: ['explore', 'check'], node: /\b(node|bundle)\b/ },
  // The interface's words, in each language. What an engine reports is made below and knows nothing of them.
  words: { may: [], packages: [] },
  timeline: { may: ['base', 'trace', 'words'], packages: [] },
  charts: { may: ['base', 'trace', 'words'] },
  // Models for figures that are stepped through; what a trace can show belongs to `timeline`.
  figures: { may: ['base', 'words'], packages: [] },
  // The page's own colours, so that code looks the same before and after it can be edited.
  editor: { may: ['base', 'ui', 'words'] },
  // An edition names a language, and words of its own.
  lesson: { may: ['base', 'words'], node: true },
  // A link to one order is evidence too.
  progress: { may: ['base', 'trace', 'words'], packages: [] },
  ui: { may: ['base', 'words'] },
  // Reads the sources of the library, by the compiler that also makes the editor's types.
  reference: { may: ['base'], node: true },
  // The site. Its folders have no public names: nothing below may want them.
  styles: { may: [], node: true },
  components: { may: SITE, node: true },
  layouts: { may: SITE, node: true },
  pages: { may: SITE, node: true },
  cli: { may: TOOLS, node: true },
  classroom: { may: TOOLS, node: true },
};

/** Within the site, who may reach whom by a relative path. `site` is what lies directly in `src/`. */
const SITE_ORDER = {
  components: ['styles'],
  layouts: ['components', 'styles', 'site'],
  pages: ['layouts', 'components', 'styles', 'site'],
  site: ['components', 'layouts', 'styles'],
};

const TEST = /\.(test|test-d|bench)\.tsx?$/;
const isTest = (file) => TEST.test(file) || /\/(testing|fixtures)\//.test(file);

/** `src/runtime/go/chan.ts` → `go`, `src/trace/text.ts` → `trace`, `src/env.d.ts` → `site`; undefined outside `src/`. */
export function partOf(file, root = ROOT) {
  const [top, folder, inner, ...rest] = path.relative(root, file).split(path.sep);
  if (top !== 'src' || folder === undefined) return undefined;
  if (inner === undefined) return 'site';
  if (folder === 'runtime' && rest.length > 0) return inner;
  return folder;
}

/**
 * Says what is wrong with one import, or undefined.
 *
 * @param {{ file: string, spec: string, typesOnly: boolean, names: Record<string, string>, root?: string }} given
 */
export function judge({ file, spec, typesOnly, names, root = ROOT }) {
  const from = partOf(file, root);
  if (isProgram(path.relative(root, file))) return judgeContent(spec);
  if (from === undefined) return undefined;
  const rules = from === 'site' ? ARROWS.pages : ARROWS[from];
  if (rules === undefined) return `'src/${from}' is not in the table of arrows (scripts/lint/arrows.mjs). Give it a place there.`;
  const bare = spec.replace(/\?.*$/, '');

  if (bare.startsWith('.')) {
    const target = path.resolve(path.dirname(file), bare);
    if (path.extname(bare) === '') return `Write the extension: '${spec}.ts'.`;
    const to = partOf(target, root);
    if (to === from || SITE_ORDER[from]?.includes(to)) return undefined;
    if (to === undefined) return isTest(file) || rules.node === true ? undefined : `'${spec}' lies outside src/.`;
    return `'${spec}' reaches into '${to}' by path. Another folder is imported by its public name only.`;
  }

  if (bare.startsWith('#')) {
    const mapped = names[bare];
    if (mapped === undefined) return `'${bare}' is not a public name. package.json "imports" lists them; there are no deep paths.`;
    const to = partOf(path.resolve(root, mapped), root);
    if (to === from) return `Inside '${from}', import by relative path.`;
    if (isTest(file) || rules.may.includes(to)) return undefined;
    if (rules.types?.includes(to)) return typesOnly ? undefined : `'${from}' may import only types from '${to}': write 'import type'.`;
    const allowed = [...rules.may, ...(rules.types ?? []).map((name) => `${name} (types)`)];
    return `'${from}' may not import '${to}'. It may import: ${allowed.join(', ') || 'nothing'}.`;
  }

  if (isTest(file)) return undefined;
  if (isBuiltin(bare)) {
    const may = rules.node instanceof RegExp ? rules.node.test(path.basename(file)) : rules.node === true;
    return may ? undefined : `'${from}' runs in the browser too and may not import '${spec}'.`;
  }
  if (rules.packages === undefined || rules.packages.some((name) => bare === name || bare.startsWith(`${name}/`))) return undefined;
  return `'${from}' may not import the package '${spec}'. It may import: ${rules.packages.join(', ') || 'none'}.`;
}

/** A program that runs in the course's engine: what authors write, but for originals, and the corpus of real bugs. */
const isProgram = (file) => /^content(?!.*[\\/]original[\\/])/.test(file) || /^src[\\/]explore[\\/]corpus[\\/]\w+[\\/]\d+\.ts$/.test(file);

/** What an author writes is what a learner could have written: it knows the library and its neighbours. */
const judgeContent = (spec) =>
  /^(\.{1,2}\/|happens-before\/)/.test(spec) ? undefined : `Content imports 'happens-before/…' and files beside it, not '${spec}'.`;

/** Reads the public names once per lint run; the file is small and seldom changes. */
const publicNames = () => JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).imports;

const isTypesOnly = (node) =>
  node.type === 'TSImportType' ||
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.type === 'ImportDeclaration' && node.specifiers.length > 0 && node.specifiers.every((s) => s.importKind === 'type')) ||
  (node.type === 'ExportNamedDeclaration' && node.specifiers.length > 0 && node.specifiers.every((s) => s.exportKind === 'type'));

/** @type {import('eslint').Rule.RuleModule} */
export const arrows = {
  meta: {
    type: 'problem',
    docs: { description: 'Folders import one another along the arrows and by public names only.' },
    schema: [],
  },
  create(context) {
    const names = publicNames();
    // A component's script has a made-up name inside the component; its imports start from the component itself.
    const file = context.physicalFilename;
    const look = (node) => {
      const source = node.source ?? node.argument?.literal;
      if (typeof source?.value !== 'string') return;
      const message = judge({ file, spec: source.value, typesOnly: isTypesOnly(node), names });
      if (message !== undefined) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
      TSImportType: look,
    };
  },
};

/**
 * Lets ESLint see the script parts of an `.astro` file, so that the arrows hold there as well. The template itself is
 * left to `astro check`.
 *
 * @type {import('eslint').Linter.Processor}
 */
export const astroScripts = {
  meta: { name: 'astro-scripts', version: '1' },
  preprocess(text) {
    const blocks = [];
    const fence = /^---\r?\n([\s\S]*?)^---/m.exec(text);
    const keepLines = (before, code) => before.replace(/[^\n]/g, '') + code;
    if (fence !== null && text.slice(0, fence.index).trim() === '') {
      blocks.push({ text: keepLines(text.slice(0, fence.index) + '---\n', fence[1]), filename: 'frontmatter.ts' });
    }
    for (const script of text.matchAll(/(<script(?![^>]*is:inline)[^>]*>)([\s\S]*?)<\/script>/g)) {
      blocks.push({ text: keepLines(text.slice(0, script.index) + script[1], script[2]), filename: `script-${script.index}.ts` });
    }
    return blocks;
  },
  postprocess: (messages) => messages.flat(),
  supportsAutofix: false,
};
