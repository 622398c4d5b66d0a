/**
 * What the page's own content policy must allow for the sandbox to live. A `srcdoc` frame inherits that policy, so its boot
 * script's hash and the workers' sources have to be in it; `frame-src 'none'` and the rest can stay as strict as they are.
 * For layouts, at build time.
 */
import { hash } from 'virtual:sandbox/supervisor';

/** For `script-src`, besides `'self'`. */
export const sandboxScriptSources = (): string[] => [hash, "'unsafe-eval'", 'blob:', 'data:'];

/** For `worker-src`, besides `'self'`. */
export const sandboxWorkerSources = (): string[] => ['blob:', 'data:'];
