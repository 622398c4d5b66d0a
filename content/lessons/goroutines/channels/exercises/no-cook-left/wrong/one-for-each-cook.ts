/** So many cooks send a dish each; a waiter takes so many. */
export interface Evening {
  cooks: number;
  takes: number;
  mayLeave: boolean;
}

export function roomFor({ cooks }: Evening) {
  return cooks;
}
