/** How a course's lessons are made up, for the command line and for tests. Reads files, so it never goes into a page. */
export * from './figures.ts';
export * from './frame.ts';
export { readCourse } from './read-course.ts';
