export * from './course.ts';
export { importsOf } from './imports.ts';
export * from './mentions.ts';
export * from './problems.ts';
export * from './schemas.ts';
export { isAnsweredByProgram } from './exercise-folder.ts';
