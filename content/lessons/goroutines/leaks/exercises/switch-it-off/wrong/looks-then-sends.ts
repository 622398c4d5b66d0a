import { chan, go, Once, otherwise, select, type Chan } from 'happens-before/go';

type Next = () => Promise<string>;

export interface Radio {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

export function turnOn(next: Next): Radio {
  const news = chan<string>();
  const quit = chan<void>();
  const ended = chan<void>();
  const once = new Once();
  go('radio', async () => {
    for (;;) {
      const over = await select(
        quit.onReceive(() => true),
        otherwise(() => false),
      );
      if (over) break;
      await news.send(await next());
    }
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
