/** So many workers, and how far behind the board may be. */
export interface Hall {
  workers: number;
  behind: number;
}

/** Marbles that a worker counts before it adds them. */
export function batchFor({ workers, behind }: Hall) {
  return Math.floor(behind / workers);
}
