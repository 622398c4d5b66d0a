export { limited } from '../exercises/a-full-house/solution.ts';
