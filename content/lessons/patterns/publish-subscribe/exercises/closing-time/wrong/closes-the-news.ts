import {
  chan,
  go,
  Once,
  select,
  type Chan,
} from 'happens-before/go';

export function makeBroker() {
  const joining = chan<Chan<string>>();
  const news = chan<string>();
  const done = chan<void>();
  const once = new Once();

  go('broker', async () => {
    const inboxes: Chan<string>[] = [];
    let open = true;
    while (open) {
      await select(
        joining.onReceive((inbox) => { inboxes.push(inbox!); }),
        news.onReceive(async (text, more) => {
          open = more;
          if (!more) return;
          for (const inbox of inboxes) await inbox.send(text!);
        }),
      );
    }
    for (const inbox of inboxes) inbox.close();
  });

  return {
    async subscribe() {
      const inbox = chan<string>(10);
      return await select(
        joining.onSend(inbox, () => inbox),
        done.onReceive(() => undefined),
      );
    },
    async publish(text: string) {
      await news.send(text);
      return true;
    },
    async close() {
      await once.do(() => {
        news.close();
        done.close();
      });
    },
  };
}
