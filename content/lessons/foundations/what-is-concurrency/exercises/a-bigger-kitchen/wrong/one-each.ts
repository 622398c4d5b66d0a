/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

export function kitchenFor({ every, chop, simmer }: Load) {
  return { cooks: 1, rings: chop + simmer > every ? 1 : 0 };
}
