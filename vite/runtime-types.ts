/**
 * Types of the modules that learners import, made from the runtime's own sources, so that the editor can never say anything
 * else than the code does. A virtual module with one text per declaration file; only the editor loads it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const id = 'virtual:runtime-types';

/** What a program writes → the source file behind it. */
const modules: Record<string, string> = {
  'happens-before/go': 'src/runtime/go/index.ts',
  'happens-before/threading': 'src/runtime/threading/index.ts',
  'happens-before/lambda': 'src/runtime/lambda/index.ts',
  'happens-before/testing': 'src/runtime/synctest/index.ts',
  'happens-before/check': 'src/check/authoring.ts',
};

type Declarations = Record<string, string>;

/** The declaration files of `modules`, by path, and the sources behind them. They import one another without extension, or with `extension`. */
export async function declare(root: string, modules: Readonly<Record<string, string>>, extension = ''): Promise<{ declarations: Declarations; files: readonly string[] }> {
  const { default: ts } = await import('typescript');
  const present = Object.entries(modules).filter(([, file]) => existsSync(join(root, file)));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: present.map(([, file]) => file) }, ts.sys, root);
  const names = present.map(([, file]) => join(root, file));
  const program = ts.createProgram(names, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    types: [],
    outDir: root,
    rootDir: root,
    allowImportingTsExtensions: true,
  });
  const aliases = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }).imports;
  const declarations: Declarations = {};
  program.emit(
    undefined,
    (file, text) => {
      const path = relative(root, file);
      declarations[path] = text.replace(/(from |import\()(['"])([^'"]+)\2/g, (whole, before: string, quote: string, specifier: string) => {
        const target = aliases[specifier];
        const name = target === undefined ? specifier : relative(dirname(file), resolve(root, target));
        return name.endsWith('.ts') ? `${before}${quote}${name.startsWith('.') ? '' : './'}${name.slice(0, -3)}${extension}${quote}` : whole;
      });
    },
    undefined,
    true,
  );
  for (const [specifier, file] of present)
    declarations[`node_modules/${specifier}.d.ts`] =
      `export * from '${relative(dirname(`node_modules/${specifier}`), file).slice(0, -3)}${extension}';\n`;
  const files = program
    .getSourceFiles()
    .map((file) => file.fileName)
    .filter((file) => file.startsWith(join(root, 'src')));
  return { declarations, files };
}

/** TypeScript takes seconds, so its answer is kept until a source changes. */
export async function declareOnce(root: string, cache: string, modules: Readonly<Record<string, string>>): Promise<Declarations> {
  const digest = (files: readonly string[]): string =>
    files.reduce((hash, file) => hash.update(file).update(existsSync(file) ? readFileSync(file) : ''), createHash('sha256')).digest('hex');
  const entries = Object.values(modules).map((file) => join(root, file));
  const kept = join(cache, 'happens-before-types.json');
  if (existsSync(kept)) {
    const { key, files, declarations } = JSON.parse(readFileSync(kept, 'utf8')) as {
      key: string;
      files: string[];
      declarations: Declarations;
    };
    if (key === digest([...files, ...entries])) return declarations;
  }
  const { declarations, files } = await declare(root, modules);
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, JSON.stringify({ key: digest([...files, ...entries]), files, declarations }));
  return declarations;
}

export function runtimeTypes(): Plugin {
  let root = process.cwd();
  let cache = '';
  return {
    name: 'happens-before:runtime-types',
    configResolved(config) {
      root = config.root;
      cache = config.cacheDir;
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(loaded) {
      return loaded === `\0${id}` ? `export default ${JSON.stringify(await declareOnce(root, cache, modules))};` : undefined;
    },
  };
}
