/** In ms: to add one sum, and how old one may be by then. */
export interface Board {
  takes: number;
  within: number;
}

/** How many sums may wait in the queue. */
export function roomFor({ takes, within }: Board) {
  return within / takes - 1;
}
