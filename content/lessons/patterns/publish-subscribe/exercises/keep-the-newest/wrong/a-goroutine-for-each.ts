import { go, type Chan } from 'happens-before/go';

export async function offer(inbox: Chan<string>, text: string) {
  const dropped = inbox.length === inbox.capacity ? 1 : 0;
  go(() => inbox.send(text));
  return dropped;
}
