import { local } from 'happens-before/threading';

const request = new local<{ user: string }>();
request.user = 'nobody';

export function currentUser(): string {
  return request.user;
}

export async function asUser<T>(
  user: string,
  body: () => Promise<T>,
): Promise<T> {
  const before = request.user;
  request.user = user;
  try {
    return await body();
  } finally {
    request.user = before;
  }
}
