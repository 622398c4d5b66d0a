/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

export function kitchenFor({ every, chop, simmer }: Load) {
  return {
    cooks: Math.ceil((chop + simmer) / every),
    rings: Math.ceil(simmer / every),
  };
}
