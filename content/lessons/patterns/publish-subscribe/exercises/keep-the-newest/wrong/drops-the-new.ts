import { otherwise, select, type Chan } from 'happens-before/go';

export async function offer(inbox: Chan<string>, text: string) {
  return await select(
    inbox.onSend(text, () => 0),
    otherwise(() => 1),
  );
}
