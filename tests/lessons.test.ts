/** Every lesson of the course has its frame, and everything in the course fits together. The build checks the second as well. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findProblems, problemLine } from '#lesson';
import { figuresOf, frameProblems, readCourse } from '#lesson/report';

const files = readCourse('content');

it('the course fits together', () => {
  expect(findProblems(files).map(problemLine)).toEqual([]);
});

it('every column of every table has a name', () => {
  const nameless = files.lessons.flatMap(({ id }) => readFileSync(`content/lessons/${id}/index.mdx`, 'utf8').match(/^\|(?:[^\n]*\|)?\s*\|[^\n]*\n\|[-: |]+\|$/gmu)?.map((head) => `${id}: ${head.split('\n')[0]}`) ?? []);
  expect(nameless).toEqual([]);
});

describe('the frame is whole in', () => {
  it.each(files.lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
    const figures = figuresOf(lesson, files, (file) => readFileSync(`content/lessons/${file}`, 'utf8'));
    expect(frameProblems(figures).map(problemLine)).toEqual([]);
  });
});
