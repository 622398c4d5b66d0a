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
        news.onReceive(async (text) => {
          for (const inbox of inboxes) await inbox.send(text!);
        }),
        done.onReceive(() => { open = false; }),
      );
    }
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
      return await select(
        news.onSend(text, () => true),
        done.onReceive(() => false),
      );
    },
    async close() {
      await once.do(() => done.close());
    },
  };
}
