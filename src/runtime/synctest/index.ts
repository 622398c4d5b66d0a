/** `happens-before/testing` as a program of the course has it: bubbles and a leak check, in the model. */
export { bubble, wait } from './bubble.ts';
export { leakCheck } from './leak-check.ts';
export { BubbleDeadlock, LeakError, type Standstill } from './errors.ts';
