import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { arrangeCourse } from '../course.ts';
import { findProblems } from '../problems.ts';
import { readCourse } from '../report/index.ts';
import { contrast } from './contrast.ts';
import { ASSEMBLED, authorsFile, contentOf, contentVersion, openEdition, ownLeftOut, readEdition } from './index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'happens-before-edition-'));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const lesson = (folder: string, id: string, order: number, needs: string, body = 'Text.'): void =>
  write(`${folder}/lessons/${id}/index.mdx`, `---\ntitle: ${id}\ndescription: About it.\norder: ${order}\nminutes: 5\nlearn:\n  - One\n  - Two\nneeds: ${needs}\nsources: []\n---\n\n${body}\n`);
const exercise = (folder: string, id: string): void => {
  write(`${folder}/lessons/${id}/index.mdx`, '---\ntitle: It\nkind: fix\nminutes: 5\nhints: [a, b, c]\n---\n\nText.\n');
  for (const name of ['starter', 'solution', 'check', 'wrong/a', 'wrong/b', 'wrong/c']) write(`${folder}/lessons/${id}/${name}.ts`, 'export {};\n');
};

write('package.json', '{"version":"1.2.3"}');
for (const [index, id] of ['first', 'second'].entries()) write(`content/parts/${index + 1}-${id}.md`, `---\ntitle: ${id}\norder: ${index + 1}\ntagline: About it.\n---\nText.\n`);
lesson('content', 'first/a', 1, '[]', '<Exercise id="x" />\n\n<Exercise id="y" />');
exercise('content', 'first/a/exercises/x');
exercise('content', 'first/a/exercises/y');
lesson('content', 'first/b', 2, '[first/a]', 'See [the first](/first/a/) and [its end](/first/a/#end).');
lesson('content', 'second/c', 1, '\n  - first/a\n  - first/b');
write('content/paths/one.md', '---\ntitle: One\norder: 1\nlessons:\n  - first/a\n  - second/c\n---\nText.\n');
write('content/paths/two.md', '---\ntitle: Two\norder: 2\nlessons:\n  - first/a\n---\nText.\n');
write('content/glossary/race.md', '---\nterm: race\n---\nAs in [the first](/first/a/).\n');
write('own/parts/1-mine.md', '---\ntitle: Mine\norder: 1\ntagline: About it.\n---\nText.\n');
lesson('own', 'mine/z', 1, '[first/b]');
lesson('own', 'second/c', 1, '[]', 'In my words.');
write('logo.gif', 'GIF');

const config = (text: string): void => write('course.config.yaml', text);
const open = (text: string): ReturnType<typeof openEdition> => {
  config(text);
  return openEdition(root);
};
const refused = (text: string): string => {
  config(text);
  try {
    openEdition(root);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};
const ids = (content: string): readonly string[] => arrangeCourse(readCourse(content)).lessons.map(({ id }) => id);

describe('an edition', () => {
  it('ED1 the example of docs/hosting.md is accepted by the course as it stands', () => {
    const text = /```yaml\n(.*?)```/s.exec(readFileSync('docs/hosting.md', 'utf8'))?.[1] ?? '';
    write('example/course.config.yaml', text);
    vi.stubEnv('COURSE_CONFIG', path.join(root, 'example/course.config.yaml'));
    const edition = readEdition(process.cwd());
    expect(edition).toMatchObject({ title: 'Concurrency, autumn term', solutions: 'solved', handIn: { label: 'Student number', pattern: '[0-9]{7}' } });
    const content = contentOf(edition, process.cwd(), path.join(root, 'example/content'));
    expect(ids(content).slice(-3)).toEqual(['goroutines/starting-a-goroutine', 'goroutines/channels', 'goroutines/select']);
    expect(findProblems(readCourse(content))).toEqual([]);
  });

  it('ED1 is the course as it comes where nothing is said', () => {
    rmSync(path.join(root, 'course.config.yaml'), { force: true });
    expect(openEdition(root)).toMatchObject({ title: 'Happens Before', solutions: 'always', mode: 'preemptive', file: undefined, content: path.join(root, 'content'), version: expect.stringMatching(/^1\.2\.3\+[0-9a-f]{10}$/) as string });
    expect(open('')).toMatchObject({ title: 'Happens Before', content: path.join(root, 'content') });
  });

  it.each([
    ['titel: Mine', 'course.config.yaml:1: "titel" is not a field here. Rename or remove it; the fields are: title, '],
    ['title: Mine\nsolutions: later', 'course.config.yaml:2: solutions: "later" is not known here. Write one of: always, solved, never.'],
    ['title: [', 'course.config.yaml:1: Flow sequence'],
    ['mode: wild\nlogo: 3', /course\.config\.yaml:1: mode: "wild" is not known.*\ncourse\.config\.yaml:2: logo: This must be text/s],
    ['logo: none.svg', /logo: .*none\.svg does not exist/],
    ['logo: logo.gif', 'logo: logo.gif is neither .svg nor .png.'],
    ['content: nowhere', /content: .*nowhere has no folder "lessons"/],
    ["handIn: { pattern: '[' }", 'handIn.pattern: "[" is not a regular expression.'],
    ['language: tlh', 'language: "tlh" is not known here. Write one of: en, de.'],
    ['colours:\n  link: red', "colours.link: Write two colours, for the light and for the dark theme"],
    ['parts: []', 'parts: This list has 0 entries.'],
  ])('ED1 refuses %j in words', (text, say) => {
    if (typeof say === 'string') expect(refused(text)).toContain(say);
    else expect(refused(text)).toMatch(say);
  });

  it('ED1 reads another file, and JSON, where the environment names one', () => {
    write('other.json', '{ "title": "Other" }');
    vi.stubEnv('COURSE_CONFIG', 'other.json');
    expect(readEdition(root).title).toBe('Other');
    vi.stubEnv('COURSE_CONFIG', 'none.yaml');
    expect(() => readEdition(root)).toThrow('none.yaml does not exist. COURSE_CONFIG names it.');
  });

  it('ED2 has the parts, lessons and exercises that are named, in that order, and no trace of the others', () => {
    const { content } = open('parts:\n  - second\n  - id: first\n    lessons: [b]\n');
    expect(ids(content)).toEqual(['second/c', 'first/b']);
    expect(findProblems(readCourse(content))).toEqual([]);
    const text = readFileSync(path.join(content, 'lessons/first/b/index.mdx'), 'utf8');
    expect(text).toContain('See the first and its end.');
    expect(text).toContain('needs: []');
    expect(existsSync(path.join(content, 'lessons/first/a'))).toBe(false);
    expect(existsSync(path.join(content, 'paths/two.md'))).toBe(false);
    expect(readFileSync(path.join(content, 'paths/one.md'), 'utf8')).not.toContain('first/a');
    expect(readFileSync(path.join(content, 'glossary/race.md'), 'utf8')).toContain('As in the first.');
  });

  it('ED2 leaves out single lessons and exercises', () => {
    const { content } = open('without: [first/b, first/a/x]\n');
    const files = readCourse(content);
    expect(ids(content)).toEqual(['first/a', 'second/c']);
    expect(findProblems(files)).toEqual([]);
    expect(files.exercises.map(({ id }) => id)).toEqual(['first/a/exercises/y']);
    expect(readFileSync(path.join(content, 'lessons/second/c/index.mdx'), 'utf8')).toContain('needs:\n  - first/a\n');
  });

  it('ED3 takes in lessons from a folder beside it, and one in place of the course’s', () => {
    const { content } = open('content: ./own\nparts: [first, mine, second]\n');
    expect(ids(content)).toEqual(['first/a', 'first/b', 'mine/z', 'second/c']);
    expect(ownLeftOut(open('content: ./own\nparts: [first]\n'))).toEqual(['mine/z', 'second/c']);
    expect(ownLeftOut(open('content: ./own\nparts: [first, mine, second]\n'))).toEqual([]);
    expect(findProblems(readCourse(content))).toEqual([]);
    expect(readFileSync(path.join(content, 'lessons/second/c/index.mdx'), 'utf8')).toContain('In my words.');
  });

  it('ED3 names a file where its author has it, not where the edition was put together', () => {
    const own = path.join(root, 'to-mend');
    write('to-mend/lessons/mine/one/index.mdx', 'Text.\n');
    const mine = path.relative(process.cwd(), path.join(own, 'lessons/mine/one/index.mdx'));
    expect(authorsFile(own, `${ASSEMBLED}/lessons/mine/one/index.mdx`)).toBe(mine);
    expect(authorsFile(own, 'content/lessons/mine/one/index.mdx')).toBe(mine);
    expect(authorsFile(own, `${ASSEMBLED}/lessons/first/a/index.mdx`)).toBe(path.join('content/lessons/first/a/index.mdx'));
    expect(authorsFile(undefined, 'content/lessons/first/a/index.mdx')).toBe(path.join('content/lessons/first/a/index.mdx'));
  });

  it('ED4 says what there is where something is not', () => {
    expect(refused('parts: [frist]')).toContain('parts: there is no part "frist". There are: "first", "second".');
    expect(refused('parts:\n  - id: first\n    lessons: [c]')).toContain('parts: there is no lesson "first/c". Its part has: "first/a", "first/b".');
    expect(refused('without: [first/a/zz]')).toContain('without: there is neither a lesson nor an exercise "first/a/zz".');
    lesson('drafts', 'nowhere/x', 1, '[]');
    expect(refused('content: ./drafts')).toMatch(/content: the lesson "nowhere\/x" lies in a part that nobody describes\. Add .*1-nowhere\.md with title, order and tagline\./);
    expect(refused('parts: [first, first]')).toContain('parts: "first" stands there twice.');
    expect(refused('without: [first/a, first/b, second/c]')).toContain('no lesson is left');
  });

  it('ED5 refuses colours that could not be read', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(refused("colours:\n  link: ['#ffee00', '#7db7ff']")).toMatch(/#ffee00 cannot be read well on the light theme: its contrast is 1\.\d, and 4\.5 is needed\. Take a darker one\./);
    expect(refused("colours:\n  accent: ['#0b5cad', '#0b5cad']")).toContain('Take a lighter one.');
  });

  it('ED6 has a version that names its content', () => {
    const before = open('version: autumn\ncontent: ./own\n');
    expect(before.version).toMatch(/^autumn\+[0-9a-f]{10}$/);
    expect(openEdition(root).version).toBe(before.version);
    lesson('own', 'mine/z', 1, '[]', 'Changed.');
    expect(openEdition(root).version).not.toBe(before.version);
    expect(contentVersion(path.join(root, 'content'))).toBe(contentVersion(path.join(root, 'content')));
  });

  it('ED8 is in the language that it names, and English without one', () => {
    expect(open('language: de').language).toBe('de');
    expect(open('title: Mine').language).toBe('en');
    expect(refused('contentLanguage: German')).toContain('course.config.yaml:1: contentLanguage: "German" does not name a language. Write its code, such as de.');
  });

  it('ED9 may say single words otherwise, and no others than there are', () => {
    expect(open("language: de\nwords:\n  site.home.title: Nebenläufigkeit, Winter\n").words).toEqual({ 'site.home.title': 'Nebenläufigkeit, Winter' });
    expect(refused('title: Mine\nwords:\n  site.home.title: Mine\n  site.home.tilte: Mine\n')).toBe('course.config.yaml:4: words.site.home.tilte: There are no words called "site.home.tilte". Did you mean "site.home.title"? All that there are stand in src/words/en.');
    expect(refused('words:\n  program.status.ran: done\n')).toContain('"program.status.ran" is put together from parts');
    expect(refused("words:\n  site.home.title: ''\n")).toContain('words.site.home.title: This field is empty.');
  });

  it('ED7 writes what has changed and nothing else', () => {
    const { content } = open('without: [first/b]\n');
    const at = (file: string): number => statSync(path.join(root, ASSEMBLED, file)).mtimeMs;
    const before = [at('lessons/first/a/index.mdx'), at('lessons/second/c/index.mdx')];
    lesson('content', 'second/c', 1, '[]', 'New.');
    openEdition(root);
    expect(at('lessons/first/a/index.mdx')).toBe(before[0]);
    expect(readFileSync(path.join(content, 'lessons/second/c/index.mdx'), 'utf8')).toContain('New.');
    rmSync(path.join(root, 'content/lessons/first/a/exercises/y/wrong/c.ts'));
    openEdition(root);
    expect(existsSync(path.join(content, 'lessons/first/a/exercises/y/wrong/c.ts'))).toBe(false);
  });
});
