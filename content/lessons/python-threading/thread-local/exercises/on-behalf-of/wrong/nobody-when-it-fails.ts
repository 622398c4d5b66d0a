import { local } from 'happens-before/threading';

class Request extends local {
  user = 'nobody';
}

const request = new Request();

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
    const value = await body();
    request.user = before;
    return value;
  } catch (error) {
    request.user = 'nobody';
    throw error;
  }
}
