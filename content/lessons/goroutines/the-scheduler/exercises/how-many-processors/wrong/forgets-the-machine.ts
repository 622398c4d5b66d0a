/** CPU time per 100 ms, and the cores of the machine. */
export interface Container {
  allowance: number;
  cores: number;
}

export function procsFor({ allowance }: Container) {
  return Math.ceil(allowance / 100);
}
