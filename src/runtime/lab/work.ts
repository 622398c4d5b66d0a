/** How many primes there are from `from` up to, and not including, `to`, found by trial division: plain computing, and a little more of it the higher they lie. */
export function countPrimes(from: number, to: number): number {
  let found = 0;
  for (let n = Math.max(2, from); n < to; n++) if (isPrime(n)) found++;
  return found;
}

function isPrime(n: number): boolean {
  if (n % 2 === 0) return n === 2;
  for (let divisor = 3; divisor * divisor <= n; divisor += 2) if (n % divisor === 0) return false;
  return true;
}

/** Computes for `turns` turns, each as long as the other, and returns something that depends on all of them, so that no compiler may leave one out. */
export function burn(turns: number): number {
  let value = 1;
  for (let i = 0; i < turns; i++) value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
  return value;
}
