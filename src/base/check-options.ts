import { quote } from './print.ts';

/** For everything that takes its settings by name. @throws TypeError that says what `name` was given, and how it is written: `right` */
export function checkOptions(name: string, value: unknown, right: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${name} takes its settings by name, not ${quote(value)}. Write ${right}.`);
}
