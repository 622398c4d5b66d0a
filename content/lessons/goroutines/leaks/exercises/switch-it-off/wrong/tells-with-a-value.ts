import { chan, go, select, type Chan } from 'happens-before/go';

type Next = () => Promise<string>;

export interface Radio {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

export function turnOn(next: Next): Radio {
  const news = chan<string>();
  const quit = chan<void>();
  go('radio', async () => {
    for (;;) {
      const item = await next();
      const over = await select(
        news.onSend(item, () => false),
        quit.onReceive(() => true),
      );
      if (over) break;
    }
    news.close();
  });
  return {
    news,
    async stop() {
      await quit.send();
    },
  };
}
