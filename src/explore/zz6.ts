import { randomProgram } from './testing/random-program.ts';
console.log(randomProgram(3 * 7919, ['unbuffered', 'close']).text, randomProgram(16 * 7919, ['waitgroup']).text, randomProgram(28 * 7919, ['sleeps']).text);
