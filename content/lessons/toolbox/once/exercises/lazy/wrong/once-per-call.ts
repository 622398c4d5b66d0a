import { Once } from 'happens-before/go';

export function lazy<T>(load: () => Promise<T>) {
  return async () => {
    const once = new Once();
    let value: T | undefined;
    await once.do(async () => {
      value = await load();
    });
    return value as T;
  };
}
