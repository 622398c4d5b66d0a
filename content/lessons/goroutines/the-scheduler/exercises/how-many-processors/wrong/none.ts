/** CPU time per 100 ms, and the cores of the machine. */
export interface Container {
  allowance: number;
  cores: number;
}

/** The value of GOMAXPROCS. */
export function procsFor({ allowance, cores }: Container) {
  return 0;
}
