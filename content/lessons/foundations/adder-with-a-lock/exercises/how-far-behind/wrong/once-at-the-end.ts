/** So many workers, and how far behind the board may be. */
export interface Hall {
  workers: number;
  behind: number;
}

export function batchFor({ workers, behind }: Hall) {
  return workers * behind * 100;
}
