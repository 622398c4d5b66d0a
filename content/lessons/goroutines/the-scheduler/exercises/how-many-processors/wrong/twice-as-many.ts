/** CPU time per 100 ms, and the cores of the machine. */
export interface Container {
  allowance: number;
  cores: number;
}

export function procsFor({ allowance, cores }: Container) {
  return Math.min(cores, Math.ceil(allowance / 100) * 2);
}
