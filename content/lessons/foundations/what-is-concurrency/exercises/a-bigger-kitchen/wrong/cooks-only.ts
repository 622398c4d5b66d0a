/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

export function kitchenFor({ every, chop, simmer }: Load) {
  return {
    cooks: Math.ceil(chop / every) + Math.ceil(simmer / every),
    rings: 1,
  };
}
