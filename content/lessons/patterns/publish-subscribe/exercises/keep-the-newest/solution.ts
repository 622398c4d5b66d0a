import {
  otherwise,
  select,
  type Chan,
} from 'happens-before/go';

/** Puts `text` in without waiting, and drops what is oldest. */
export async function offer(inbox: Chan<string>, text: string) {
  let dropped = 0;
  for (;;) {
    const isIn = await select(
      inbox.onSend(text, () => true),
      otherwise(() => false),
    );
    if (isIn) return dropped;
    dropped += await select(
      inbox.onReceive(() => 1),
      otherwise(() => 0),
    );
  }
}
