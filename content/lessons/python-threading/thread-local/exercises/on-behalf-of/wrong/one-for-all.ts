let user = 'nobody';

export function currentUser(): string {
  return user;
}

export async function asUser<T>(
  next: string,
  body: () => Promise<T>,
): Promise<T> {
  const before = user;
  user = next;
  try {
    return await body();
  } finally {
    user = before;
  }
}
