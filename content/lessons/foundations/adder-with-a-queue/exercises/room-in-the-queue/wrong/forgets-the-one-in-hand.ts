/** In ms: to add one sum, and how old one may be by then. */
export interface Board {
  takes: number;
  within: number;
}

export function roomFor({ takes, within }: Board) {
  return Math.floor(within / takes);
}
