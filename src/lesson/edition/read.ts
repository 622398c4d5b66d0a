import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { editionSchema, type EditionData } from './schema.ts';

/** An instructor's edition of the course, or the course as it is. */
export interface Edition extends Omit<EditionData, 'logo' | 'content' | 'version'> {
  /** The file that says so; undefined: there is none, and everything is as it comes. */
  readonly file: string | undefined;
  /** Absolute. */
  readonly logo: string | undefined;
  /** A folder with `lessons`, and perhaps `parts`, `glossary` and `paths`; absolute. */
  readonly own: string | undefined;
  readonly named: string | undefined;
}

/** The file says something that cannot be. Each line of the message names the file, the line, and what to do. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
}

const NAMES = ['course.config.yaml', 'course.config.yml', 'course.config.json'];

/**
 * Reads the edition that `root`, a checkout, has: `course.config.yaml` in it, or the file that COURSE_CONFIG names. JSON is YAML too.
 *
 * @throws EditionError with everything that is wrong, not only the first
 */
export function readEdition(root: string): Edition {
  const given = process.env['COURSE_CONFIG'];
  const file = given === undefined || given === '' ? NAMES.map((name) => path.join(root, name)).find((each) => existsSync(each)) : path.resolve(root, given);
  if (file === undefined) return { ...editionSchema.parse({}), file, logo: undefined, own: undefined, named: undefined };
  if (!existsSync(file)) throw new EditionError(`${file} does not exist. COURSE_CONFIG names it.`);
  const text = readFileSync(file, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number | undefined): string => `${path.basename(file)}:${offset === undefined ? 1 : lines.linePos(offset).line}`;
  if (document.errors.length > 0) throw new EditionError(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message.split('\n')[0]}`).join('\n'));
  const read = editionSchema.safeParse(document.toJS() ?? {});
  if (!read.success) {
    const problems = read.error.issues.map(({ path: field, message }) => {
      const node = document.getIn(field, true) as { range?: readonly number[] } | undefined;
      const offset = node?.range?.[0] ?? 0;
      return { offset, line: `${at(offset)}: ${field.length === 0 ? '' : `${field.join('.')}: `}${message}` };
    });
    throw new EditionError(problems.sort((a, b) => a.offset - b.offset).map(({ line }) => line).join('\n'));
  }
  const { logo, content, version, ...data } = read.data;
  const beside = (name: string | undefined): string | undefined => (name === undefined ? undefined : path.resolve(path.dirname(file), name));
  const edition: Edition = { ...data, file, logo: beside(logo), own: beside(content), named: version };
  const missing = [...fileProblems(edition)];
  if (missing.length > 0) throw new EditionError(missing.map((problem) => `${path.basename(file)}: ${problem}`).join('\n'));
  return edition;
}

const LARGEST_LOGO = 64_000;

function* fileProblems({ logo, own }: Edition): Generator<string> {
  if (logo !== undefined) {
    if (!existsSync(logo)) yield `logo: ${logo} does not exist.`;
    else if (!/\.(svg|png)$/i.test(logo)) yield `logo: ${path.basename(logo)} is neither .svg nor .png.`;
    else if (statSync(logo).size > LARGEST_LOGO) yield `logo: ${path.basename(logo)} has ${statSync(logo).size.toLocaleString('en')} bytes, and every page brings it along. Take one below ${LARGEST_LOGO.toLocaleString('en')}.`;
  }
  if (own !== undefined && !existsSync(path.join(own, 'lessons'))) yield `content: ${own} has no folder "lessons". Make it, with what you want to teach in it, or take this line out.`;
}

/** Names the content of a course: the same files, the same version. */
export function contentVersion(content: string): string {
  const hash = createHash('sha256');
  for (const file of globSync('**/*.{ts,mdx,md}', { cwd: content }).sort()) hash.update(`${file.replaceAll('\\', '/')}\n${readFileSync(path.join(content, file), 'utf8').replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex').slice(0, 10);
}
