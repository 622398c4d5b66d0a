import { Lock, Thread } from 'happens-before/threading';

export interface Client {
  serve(): Promise<void>;
  bye(): void;
}

export function makeServer() {
  const lock = new Lock();
  const guests: { client: Client; thread: Thread }[] = [];
  let open = true;

  return {
    async accept(client: Client) {
      const thread = new Thread({ target: () => client.serve() });
      const ok = await lock.with(async () => {
        if (open) guests.push({ client, thread });
        return open;
      });
      if (ok) thread.start();
      return ok;
    },
    async close() {
      const mine = await lock.with(async () => {
        if (open) {
          open = false;
          for (const { client } of guests) client.bye();
        }
        return [...guests];
      });
      for (const { thread } of mine) await thread.join();
    },
  };
}
