/** A fault of ours, not of the learner's program. The text says so. */
export class InternalError extends Error {
  constructor(message: string) {
    super(`[internal] ${message}\nThis is a fault of the course, not of your program.`);
    this.name = 'InternalError';
  }
}

/** Throws `[internal] …` unless `condition` holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}

/** For the last branch of an exhaustive switch. */
export function unreachable(value: never): never {
  throw new InternalError(`unexpected ${JSON.stringify(value)}`);
}
