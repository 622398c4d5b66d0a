type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  for (const check of checks) {
    const problem = await check();
    if (problem) return problem;
  }
  return '';
}
