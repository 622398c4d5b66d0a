/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

/** The smallest kitchen in which no soup waits. */
export function kitchenFor({ every, chop, simmer }: Load) {
  return { cooks: 1, rings: 1 };
}
