/** The reference of this library, read from its sources. */
import path from 'node:path';
import { declareOnce } from '../../vite/runtime-types.ts';
import { readModules } from './read.ts';
import type { Module } from './types.ts';

/** What a program writes → the source file behind it. What learners import, and what only the package has. */
export const REFERENCE_MODULES: Readonly<Record<string, string>> = {
  'happens-before/go': 'src/runtime/go/index.ts',
  'happens-before/threading': 'src/runtime/threading/index.ts',
  'happens-before/lambda': 'src/runtime/lambda/index.ts',
  'happens-before/check': 'src/check/authoring.ts',
  'happens-before/lab': 'src/library/lab.ts',
  'happens-before/testing': 'src/library/testing.ts',
  'happens-before/explore': 'src/library/explore.ts',
};

/** Takes some seconds, TypeScript's, when a source has changed; the declarations are kept. */
export async function loadReference(root: string): Promise<Module[]> {
  const declarations = await declareOnce(root, path.join(root, '.cache/reference'), REFERENCE_MODULES);
  return readModules(declarations, Object.fromEntries(Object.entries(REFERENCE_MODULES).map(([specifier, file]) => [specifier, file.replace(/\.ts$/, '.d.ts')])));
}
