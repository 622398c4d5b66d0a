import type { PluginOption } from 'vite';
import { monacoSlim } from './monaco-slim.ts';
import { runtimeTypes } from './runtime-types.ts';
import { sandbox } from './sandbox.ts';

/** All that the live parts of a page need of Vite. */
export const livePlugins = (): PluginOption[] => [sandbox(), runtimeTypes(), monacoSlim()];

/** The same for `worker.plugins`, which do not inherit the others. */
export const liveWorkerPlugins = (): PluginOption[] => [monacoSlim()];

export { sandbox };
