import { local } from 'happens-before/threading';

const request = new local<{ user: string }>();

/** For whom this thread is working. */
export function currentUser(): string {
  return request.user;
}

/** Runs `body` on behalf of `user`. */
export async function asUser<T>(
  user: string,
  body: () => Promise<T>,
): Promise<T> {
  request.user = user;
  return await body();
}
