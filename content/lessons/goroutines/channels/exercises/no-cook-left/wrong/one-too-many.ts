/** So many cooks send a dish each; a waiter takes so many. */
export interface Evening {
  cooks: number;
  takes: number;
  mayLeave: boolean;
}

/** How many dishes the shelf has room for. */
export function roomFor({ cooks, takes, mayLeave }: Evening) {
  return mayLeave ? cooks + 1 : cooks - takes;
}
