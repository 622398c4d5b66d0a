import { go } from 'happens-before/go';

export function submit<T>(work: () => Promise<T>) {
  go(work);
  return {
    result: () => work(),
  };
}
