import { atomic, chan, go, select, type Chan } from 'happens-before/go';

type Next = () => Promise<string>;

export interface Radio {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

export function turnOn(next: Next): Radio {
  const news = chan<string>();
  const quit = chan<void>();
  const ended = chan<void>();
  const off = new atomic.Bool();

  async function offer() {
    return await select(
      news.onSend(await next(), () => true),
      quit.onReceive(() => false),
    );
  }

  go('radio', async () => {
    while (await offer());
    news.close();
    ended.close();
  });
  return {
    news,
    async stop() {
      if (off.swap(true)) return;
      quit.close();
      await ended.receive();
    },
  };
}
