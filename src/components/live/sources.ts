/** The files beside a lesson, as text. */
const programs = import.meta.glob<string>('/content/lessons/*/*/programs/*.ts', { query: '?raw', import: 'default' });
const exercises = import.meta.glob<string>('/content/lessons/*/*/exercises/*/{starter,solution,check}.ts', {
  query: '?raw',
  import: 'default',
});

async function read(files: Record<string, () => Promise<string>>, path: string, tag: string): Promise<string> {
  const load = files[`/content/lessons/${path}`];
  if (load) return (await load()).trimEnd() + '\n';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const there = Object.keys(files)
    .map((each) => each.slice('/content/lessons/'.length))
    .filter((each) => each.startsWith(folder));
  const names = there.map((each) => each.slice(folder.length)).join(', ') || 'no file';
  throw new Error(`${tag}: content/lessons/${path} does not exist\nPresent: ${names}\nTry:     add the file, or correct the name`);
}

export const programSource = (lesson: string, name: string): Promise<string> =>
  read(programs, `${lesson}/programs/${name}.ts`, `<Program name="${name}" />`);

export const exerciseSource = (lesson: string, id: string, file: 'starter' | 'solution' | 'check'): Promise<string> =>
  read(exercises, `${lesson}/exercises/${id}/${file}.ts`, `<Exercise id="${id}" />`);
