/** Memory that several workers share: 32-bit cells, in which every `Atomics` operation is one step that no other worker can come between. */
export type Cells = Int32Array<SharedArrayBuffer>;

/** How many cells lie in 64 bytes, the stretch of memory that cores of today pass among themselves as one piece. */
export const LINE = 16;

/**
 * Makes cells that can be posted to workers. All are 0. Does not wait.
 *
 * Semantics mirrored: https://tc39.es/ecma262/#sec-sharedarraybuffer-objects (ECMA-262, 2026).
 *
 * @throws ReferenceError where there is no `SharedArrayBuffer`: a page that is not cross-origin isolated.
 * @throws RangeError if `count` is not a positive whole number.
 *
 * @rules lab#locks
 * @example
 * const cells = sharedCells(1);
 * // worker.postMessage(cells) gives a worker the same memory, not a copy.
 * Atomics.add(cells, 0, 41);
 * console.log(Atomics.add(cells, 0, 1), cells[0]); // 41 42
 */
export function sharedCells(count: number): Cells {
  if (typeof SharedArrayBuffer === 'undefined')
    throw new ReferenceError(
      'SharedArrayBuffer is not defined: this page is not cross-origin isolated, so its workers cannot share memory. ' +
        'Try: serve the page with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
    );
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`sharedCells(${count}): the count is a whole number from 1 on.`);
  return new Int32Array(new SharedArrayBuffer(4 * count));
}

/** Refuses what cannot be the memory of a lock. `what` is the name that the error begins with. */
export function requireCells(what: string, cells: Int32Array, at: number, count: number): Cells {
  if (!(cells instanceof Int32Array)) throw new TypeError(`${what}: its cells are an Int32Array, not ${kindOf(cells)}. Try: sharedCells(${count}).`);
  if (typeof SharedArrayBuffer === 'undefined' || !(cells.buffer instanceof SharedArrayBuffer))
    throw new TypeError(`${what}: its cells lie in an ArrayBuffer, which each worker would get a copy of. Try: sharedCells(${count}).`);
  if (!Number.isSafeInteger(at) || at < 0 || at + count > cells.length)
    throw new RangeError(`${what}: it needs ${count === 1 ? 'cell' : `${count} cells from`} ${at}, and there are cells 0 to ${cells.length - 1}.`);
  return cells as Cells;
}

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value === 'object' ? `a ${value.constructor.name}` : typeof value);

/**
 * Lets this worker sleep until somebody calls `Atomics.notify` for the cell, as long as the cell is still `expected`; at most `ms`.
 *
 * The look and the falling asleep are one step: a notification that comes in between is not lost. That is what makes a lock of it possible.
 *
 * @throws TypeError on the main thread of a page, which must not sleep.
 */
export function park(cells: Cells, at: number, expected: number, ms = Infinity): 'ok' | 'not-equal' | 'timed-out' {
  try {
    return Atomics.wait(cells, at, expected, ms);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`${error.message}: the main thread of a page must not sleep. Try: take this lock in a worker.`, { cause: error });
  }
}
