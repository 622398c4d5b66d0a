/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

export function kitchenFor({ every, chop, simmer }: Load) {
  const most = Math.ceil(Math.max(chop, simmer) / every);
  return { cooks: most, rings: most };
}
