import { program } from '#words';
import type { EditorOptions } from './types.ts';

/** What a screen reader calls the editor while `file` is on show. */
export const labelOf = ({ files, label }: EditorOptions, file: string): string =>
  files.length === 1 ? label : program.files.inFile(label, file);
