/**
 * The interface's words in the language of the edition. They stand in one folder for each language; the build puts that of the edition in place
 * of `en` (vite/words.ts), so that a page brings one language and no choice is made in the browser. Elsewhere, as in tests, they are English.
 *
 * Each group is a file, because a script brings along the files that it uses, and all of each.
 */
export * from './en/index.ts';
