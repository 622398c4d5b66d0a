export { handle } from '../exercises/one-visitor/solution.ts';
