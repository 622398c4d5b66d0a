import type { Chan } from 'happens-before/go';

export async function offer(inbox: Chan<string>, text: string) {
  let dropped = 0;
  if (inbox.length === inbox.capacity) {
    await inbox.receive();
    dropped = 1;
  }
  await inbox.send(text);
  return dropped;
}
