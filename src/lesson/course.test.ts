import { describe, expect, it } from 'vitest';
import { arrangeCourse } from './course.ts';
import { courseFiles, lesson, path } from './testing.ts';

describe('arrangeCourse', () => {
  it('goes through the parts in order, and through each part by the lessons’ numbers', () => {
    expect(arrangeCourse(courseFiles()).lessons.map(({ id }) => id)).toEqual(['first/a', 'first/b', 'second/c']);
  });

  it('links neighbours across the end of a part', () => {
    const course = arrangeCourse(courseFiles());
    expect(course.lesson('first/a')).not.toHaveProperty('previous');
    expect(course.lesson('first/b')).toMatchObject({ previous: 'first/a', next: 'second/c', number: 2 });
    expect(course.lesson('second/c')).toMatchObject({ previous: 'first/b', number: 1 });
    expect(course.lesson('second/c')).not.toHaveProperty('next');
  });

  it('counts places within a part even where the numbers have gaps', () => {
    const course = arrangeCourse(courseFiles({ lessons: [lesson('first/late', 9), lesson('first/early', 0.5)] }));
    expect(course.lessons.map(({ id, number }) => [id, number])).toEqual([
      ['first/early', 1],
      ['first/late', 2],
    ]);
  });

  it('finds the lessons that use a word', () => {
    const course = arrangeCourse(
      courseFiles({ lessons: [lesson('first/a', 1, { body: 'A <Term id="race">race</Term>.' }), lesson('first/b', 2)] }),
    );
    expect(course.terms).toMatchObject([{ id: 'race', usedIn: ['first/a'] }]);
  });

  it('keeps the order of a reading path and adds up its minutes', () => {
    const [first] = arrangeCourse(courseFiles({ paths: [path('p', ['second/c', 'first/a'])] })).paths;
    expect(first?.lessons.map(({ id }) => id)).toEqual(['second/c', 'first/a']);
    expect(first?.minutes).toBe(20);
  });
});
