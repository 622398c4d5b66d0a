/** All languages at once: for the build, which takes one, and for what checks them. A page never loads this. */
import * as de from './de/index.ts';
import * as en from './en/index.ts';

export type Catalogue = typeof en;

/** By the code that an edition names and that `<html lang>` says. */
export const catalogues: Readonly<Record<'en' | 'de', Catalogue>> = { en, de };

export type Language = keyof typeof catalogues;
export const languages = ['en', 'de'] as const satisfies readonly Language[];

export { entriesOf, ownWordProblem, withOwn, type OwnWords } from './own.ts';
