export { serve } from '../exercises/closing-time/solution.ts';
