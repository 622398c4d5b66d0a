/** The learner's TypeScript → JavaScript that the kernel can schedule, with its places. */
export { compile, type Compiled } from './compile.ts';
export { functionHeaderLines, locate } from './positions.ts';
