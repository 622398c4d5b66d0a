export * from './course.ts';
export * from './mentions.ts';
export * from './problems.ts';
export * from './schemas.ts';
