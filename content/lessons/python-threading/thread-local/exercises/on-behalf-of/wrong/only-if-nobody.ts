import { local } from 'happens-before/threading';

class Request extends local {
  user = 'nobody';
}

const request = new Request();

/** For whom this thread is working. */
export function currentUser(): string {
  return request.user;
}

/** Runs `body` on behalf of `user`. */
export async function asUser<T>(
  user: string,
  body: () => Promise<T>,
): Promise<T> {
  if (request.user !== 'nobody') return await body();
  request.user = user;
  try {
    return await body();
  } finally {
    request.user = 'nobody';
  }
}
