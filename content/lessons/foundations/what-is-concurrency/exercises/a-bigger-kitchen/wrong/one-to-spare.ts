/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

export function kitchenFor({ every, chop, simmer }: Load) {
  return {
    cooks: Math.floor(chop / every) + 1,
    rings: Math.floor(simmer / every) + 1,
  };
}
