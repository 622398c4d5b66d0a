import { otherwise, select, type Chan } from 'happens-before/go';

export async function offer(inbox: Chan<string>, text: string) {
  const dropped = await select(
    inbox.onReceive(() => 1),
    otherwise(() => 0),
  );
  await inbox.send(text);
  return dropped;
}
