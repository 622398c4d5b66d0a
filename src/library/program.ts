import type { Files, Program } from '#engine';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const RELATIVE = /\bfrom\s*['"](\.{1,2}\/[^'"]+)['"]|\bimport\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** The program that `source` is: its texts as they are given, or the file with those beside and below it that it imports. */
export function programOf(source: URL | Files): Program {
  if (!(source instanceof URL)) return { files: source, entry: 'main.ts' };
  const entry = fileURLToPath(source);
  const files: Record<string, string> = {};
  const folder = path.dirname(entry);
  collect(path.basename(entry), folder, files);
  return { files, entry: path.basename(entry) };
}

function collect(name: string, folder: string, files: Record<string, string>): void {
  if (name in files) return;
  const other = Object.keys(files).find((file) => path.basename(file) === path.basename(name));
  // The compiler goes by the last part of a name.
  if (other !== undefined) throw new Error(`${other} and ${name} have the same name. Give one of them another: a program's files are told apart by their names alone.`);
  const text = readFileSync(path.join(folder, name), 'utf8');
  files[name] = text;
  for (const [, from, bare] of text.matchAll(RELATIVE)) {
    const wanted = path.posix.join(path.posix.dirname(name), (from ?? bare) as string);
    const found = [wanted, `${wanted}.ts`, wanted.replace(/\.m?js$/, '.ts')].find((one) => isFile(path.join(folder, one)));
    // What is missing is the compiler's to tell, with its place.
    if (found !== undefined) collect(found, folder, files);
  }
}

function isFile(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
