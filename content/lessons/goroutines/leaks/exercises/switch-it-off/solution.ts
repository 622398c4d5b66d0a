import {
  chan,
  go,
  Once,
  select,
  type Chan,
} from 'happens-before/go';

type Next = () => Promise<string>;

export interface Radio {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

/** Fetches news and offers it, until it is stopped. */
export function turnOn(next: Next): Radio {
  const news = chan<string>();
  const quit = chan<void>();
  const ended = chan<void>();
  const once = new Once();

  /** Offers one piece of news. Says whether to go on. */
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
      await once.do(() => quit.close());
      await ended.receive();
    },
  };
}
