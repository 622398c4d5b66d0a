export * from './assert.ts';
export * from './check-function.ts';
export * from './check-options.ts';
export * from './escape-markup.ts';
export * from './given.ts';
export * from './lists.ts';
export * from './print.ts';
export * from './random.ts';
export { freezeClasses } from './freeze-class.ts';
