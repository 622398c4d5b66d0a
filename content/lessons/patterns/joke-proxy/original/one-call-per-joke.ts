export {
  jokes,
} from '../exercises/one-call-per-joke/solution.ts';
