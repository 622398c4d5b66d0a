/**
 * Cuts Monaco down to what a learner's editor needs. Written against monaco-editor 0.57.0: each cut checks that it still
 * finds what it cuts, and stops the build if it does not.
 */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const styles = '\0monaco-styles';
const workers = '\0monaco-workers';

/** Type libraries that a program of the course has no use for; they are two thirds of the worker's text. */
const needless = /dom|webworker|scripthost|\.full|es6|^lib\.d\.ts/;

const isTypeScriptFeature = (file: string): boolean => /monaco-editor\/esm\/vs\/languages\/features\/typescript\//.test(file);

/** Monaco imports its styles as files, which Astro would hoist into every page. As text they arrive with the editor. */
function inlineStyles(code: string): string {
  let count = 0;
  const imports = /^import '([^']+\.css)';/gm;
  const inlined = code.replace(imports, (_, file: string) => {
    const name = `__style${count++}`;
    return `import ${name} from '${file}?inline'; __addStyle(${name});`;
  });
  return `${inlined}\nimport { addStyle as __addStyle } from 'virtual:monaco-styles';`;
}

const stylesModule = `
const sheet = typeof document === 'undefined' ? undefined : document.head.appendChild(document.createElement('style'));
export const addStyle = (text) => sheet?.append(text);
`;

/** Monaco's own version of this module pulls in every feature of the editor. */
const workersModule = `
import { editor } from 'monaco-editor/editor.js';
export function createWebWorker({ label, host, keepIdleModels, createData }) {
  const worker = Promise.resolve(globalThis.MonacoEnvironment.getWorker('workerMain.js', label)).then((made) => {
    made.postMessage('ignore');
    made.postMessage(createData);
    return made;
  });
  return editor.createWebWorker({ worker, host, keepIdleModels });
}
`;

export function monacoSlim(): Plugin {
  return {
    name: 'happens-before:monaco-slim',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === 'virtual:monaco-styles') return styles;
      if (importer !== undefined && isTypeScriptFeature(importer) && source.endsWith('internal/common/workers.js')) return workers;
      return undefined;
    },
    async load(id) {
      if (id === styles) return stylesModule;
      if (id === workers) return workersModule;
      const [file = id] = id.split('?');
      if (!isTypeScriptFeature(file) || !file.endsWith('/lib/lib.js')) return undefined;
      const { libFileMap } = (await import(pathToFileURL(file).href)) as { libFileMap: Record<string, string> };
      const kept = Object.entries(libFileMap).filter(([name]) => !needless.test(name));
      if (kept.length === 0) this.error('monaco-slim: lib.js no longer holds the type libraries');
      return `export const libFileMap = ${JSON.stringify(Object.fromEntries(kept.map(([name, text]) => [name, text.replace(/^\/\*![\s\S]*?\*\//, '')])))};`;
    },
    transform(code, id) {
      const [file = id] = id.split('?');
      if (!file.includes('/monaco-editor/esm/')) return undefined;
      if (/^import '[^']+\.css';/m.test(code)) return { code: inlineStyles(code), map: null };
      if (!isTypeScriptFeature(file) || !file.endsWith('/workerManager.js')) return undefined;
      // Without this line the stock worker is bundled besides ours.
      const cut = code.replace(/createWorker: \(\) => new Worker\(new URL\([^)]*\)[^)]*\),/, '');
      if (cut === code) this.error('monaco-slim: workerManager.js no longer starts a worker of its own');
      return { code: cut, map: null };
    },
  };
}
