import {
  chan,
  go,
  select,
  type Chan,
} from 'happens-before/go';

/** Hands each message to all who have subscribed. */
export function makeBroker() {
  const joining = chan<Chan<string>>();
  const news = chan<string>();
  const done = chan<void>();

  go('broker', async () => {
    const inboxes: Chan<string>[] = [];
    let open = true;
    while (open) {
      await select(
        joining.onReceive((inbox) => { inboxes.push(inbox!); }),
        news.onReceive(async (text) => {
          for (const inbox of inboxes) await inbox.send(text!);
        }),
        done.onReceive(() => { open = false; }),
      );
    }
    for (const inbox of inboxes) inbox.close();
  });

  return {
    async subscribe(): Promise<Chan<string> | undefined> {
      const inbox = chan<string>(10);
      await joining.send(inbox);
      return inbox;
    },
    async publish(text: string) {
      await news.send(text);
      return true;
    },
    async close() {
      done.close();
    },
  };
}
