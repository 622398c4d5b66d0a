import { listWith, numberIn } from '../counting.ts';

export const language = 'en' as string;
export const number = (value: number): string => numberIn('en', value);
export const counted = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;
export const list = (words: readonly (string | number)[]): string => listWith(' and', words);
