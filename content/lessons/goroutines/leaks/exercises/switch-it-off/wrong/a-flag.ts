import { chan, go, type Chan } from 'happens-before/go';

type Next = () => Promise<string>;

export interface Radio {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

export function turnOn(next: Next): Radio {
  const news = chan<string>();
  let on = true;
  go('radio', async () => {
    while (on) await news.send(await next());
    news.close();
  });
  return {
    news,
    async stop() {
      on = false;
    },
  };
}
