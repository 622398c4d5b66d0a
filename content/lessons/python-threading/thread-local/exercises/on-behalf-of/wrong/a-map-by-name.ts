import { currentThread } from 'happens-before/threading';

const users = new Map<string, string>();

export function currentUser(): string {
  return users.get(currentThread().name) ?? 'nobody';
}

export async function asUser<T>(
  user: string,
  body: () => Promise<T>,
): Promise<T> {
  const { name } = currentThread();
  users.set(name, user);
  try {
    return await body();
  } finally {
    users.delete(name);
  }
}
