import { print } from '#base';

/**
 * Python's exceptions, by their own names. They are JavaScript errors; `except TimeoutError` is
 * `catch (error) { if (error instanceof TimeoutError) … }`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/exceptions.html#RuntimeError (Python 3.14).
 */
export class RuntimeError extends Error {
  override name = 'RuntimeError';
}

/**
 * Ends the thread that throws it, without a word; `main` too, once all other threads have ended. What Python's `sys.exit(code)` raises. A
 * `code` that is text is printed if it is `main` that ends.
 *
 * Semantics mirrored: https://docs.python.org/3/library/exceptions.html#SystemExit (Python 3.14).
 *
 * @rules threading#thread
 * @example
 * const leave = () => { throw new SystemExit(); };
 * const thread = new Thread({ target: leave });
 * thread.start();
 * await thread.join();
 * console.log('quietly gone'); // quietly gone
 */
export class SystemExit extends Error {
  override name = 'SystemExit';
  readonly code: unknown;

  constructor(code?: unknown) {
    super(code === undefined ? '' : print(code));
    this.code = code;
  }
}

/**
 * A value of the right type that makes no sense here.
 *
 * Semantics mirrored: https://docs.python.org/3/library/exceptions.html#ValueError (Python 3.14).
 */
export class ValueError extends Error {
  override name = 'ValueError';
}

/**
 * Time ran out: `Future.result`, `asCompleted`, `Executor.map`. What waits in `threading` itself returns false instead.
 *
 * Semantics mirrored: https://docs.python.org/3/library/exceptions.html#TimeoutError (Python 3.14).
 */
export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

/**
 * An attribute that is not there.
 *
 * Semantics mirrored: https://docs.python.org/3/library/exceptions.html#AttributeError (Python 3.14).
 */
export class AttributeError extends Error {
  override name = 'AttributeError';
}

/**
 * Raised by `getNowait` on an empty queue, and by a `get` whose time ran out.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html#queue.Empty (Python 3.14).
 */
export class Empty extends Error {
  override name = 'Empty';
}

/**
 * Raised by `putNowait` on a full queue, and by a `put` whose time ran out.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html#queue.Full (Python 3.14).
 */
export class Full extends Error {
  override name = 'Full';
}

/**
 * Raised by `put` on a queue that was shut down, and by `get` once nothing is left in it.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html#queue.ShutDown (Python 3.14).
 */
export class ShutDown extends Error {
  override name = 'ShutDown';
}

/**
 * The barrier is broken: somebody's time ran out, or it was aborted or reset while tasks waited.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.BrokenBarrierError (Python 3.14).
 */
export class BrokenBarrierError extends RuntimeError {
  override name = 'BrokenBarrierError';
}

/**
 * The future was cancelled: it has no result.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.CancelledError (Python 3.14).
 */
export class CancelledError extends Error {
  override name = 'CancelledError';
}

/**
 * The future has a result already, or was cancelled.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.InvalidStateError (Python 3.14).
 */
export class InvalidStateError extends Error {
  override name = 'InvalidStateError';
}

/**
 * An initializer of the pool failed: it takes no work any more, and what it had fails with this.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.thread.BrokenThreadPool (Python 3.14).
 */
export class BrokenThreadPool extends RuntimeError {
  override name = 'BrokenThreadPool';
}
