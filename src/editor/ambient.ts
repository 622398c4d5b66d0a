/**
 * What a program of the course finds without an import, besides the language. The type libraries of the browser are left out,
 * so that the editor does not offer what the sandbox does not have.
 */
export const ambientTypes = `
interface Console {
  /** Prints one line. */
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  info(...values: unknown[]): void;
}
declare const console: Console;
/** Calls \`callback\` after \`ms\` virtual milliseconds, in a task of its own. */
declare function setTimeout<A extends unknown[]>(callback: (...args: A) => unknown, ms?: number, ...args: A): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval<A extends unknown[]>(callback: (...args: A) => unknown, ms?: number, ...args: A): number;
declare function clearInterval(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare const performance: { now(): number };
`;
