/**
 * The content policy of every page, as a `<meta>`: it holds on any host, also where headers cannot be set.
 *
 * Styles may be inline because highlighted code and the editor set them on elements. Scripts may not, but for the ones
 * named here by their hash. To let the page load something more, add it where it is needed: what the sandbox needs is
 * listed in its own `csp.ts`.
 */
import { createHash } from 'node:crypto';

export interface PolicyOptions {
  /** Text of every inline script of the page, to the letter. */
  readonly inlineScripts: readonly string[];
  readonly scriptSources?: readonly string[];
  readonly workerSources?: readonly string[];
}

export function contentPolicy({ inlineScripts, scriptSources = [], workerSources = [] }: PolicyOptions): string {
  const directives = {
    'default-src': ["'self'"],
    // WebAssembly is what the search reads its index with.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...inlineScripts.map(hashOf), ...scriptSources],
    'worker-src': ["'self'", ...workerSources],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
