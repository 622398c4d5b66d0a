import { checkFunction } from '#base';
import { Call, kernel } from '#kernel';

/**
 * Starts `body` as a goroutine: a task of its own, which may run at any time from now on. Returns at once.
 *
 * Nobody waits for a goroutine: when `main` returns, the program ends, finished or not. An error that it does not catch ends the
 * whole program, as a panic does in Go. Give it a name as first argument to tell it apart in the lanes.
 *
 * Order: `go` happens before the goroutine's first step. Its end happens before nothing.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Go_statements and https://go.dev/ref/mem#go (Go 1.27).
 *
 * @rules channel#goroutines
 * @example
 * const done = chan();
 * go('logger', async (name: string) => {
 *   console.log('hello', name); // hello tea
 *   done.close();
 * }, 'tea');
 * await done.receive();
 */
export function go<A extends readonly unknown[]>(body: (...args: A) => unknown, ...args: A): void;
export function go<A extends readonly unknown[]>(name: string, body: (...args: A) => unknown, ...args: A): void;
export function go(first: unknown, ...rest: unknown[]): void {
  const named = typeof first === 'string';
  const body = named ? rest[0] : first;
  const args = named ? rest.slice(1) : rest;
  checkFunction('go', body, 'go(work, 1)', 'go(work(1))');
  const call = new Call(body as (...args: never[]) => unknown, undefined, args);
  kernel().spawn({ name: named ? first : taskName(body), kind: 'goroutine', onFailure: 'crash', keepsAlive: false }, call);
}

/** The function's own name, or `g` for one without. */
export function taskName(body: Function): string {
  const name: unknown = body.name;
  return typeof name !== 'string' || name === '' ? 'g' : name;
}
