import { chan, go, type Chan } from 'happens-before/go';

type Next = () => Promise<string>;

export interface Radio {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

export function turnOn(next: Next): Radio {
  const news = chan<string>();
  go('radio', async () => {
    for (;;) await news.send(await next());
  });
  return {
    news,
    async stop() {
      news.close();
    },
  };
}
