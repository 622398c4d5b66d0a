import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readKernel, SUB_TYPES, type Kernel } from '../corpus.ts';

const FOLDER = path.join(import.meta.dirname, '..');

/** Every kernel there is, by sub-type, then by project and number. */
export function readCorpus(): readonly Kernel[] {
  const files = globSync('*/[0-9]*.ts', { cwd: FOLDER });
  const kernels = files.map((file) => readKernel(file, readFileSync(path.join(FOLDER, file), 'utf8')));
  const rank = ({ subType }: Kernel): number => SUB_TYPES.indexOf(subType);
  return kernels.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true }));
}
