/** All in minutes: between two orders, and per soup. */
export interface Load {
  every: number;
  chop: number;
  simmer: number;
}

export function kitchenFor({ every, chop, simmer }: Load) {
  return {
    cooks: Math.max(1, Math.round(chop / every)),
    rings: Math.max(1, Math.round(simmer / every)),
  };
}
