import { Lock, Thread } from 'happens-before/threading';

export interface Client {
  /** Ends some time after `bye`. */
  serve(): Promise<void>;
  bye(): void;
}

export function makeServer() {
  const clients: Client[] = [];
  const threads: Thread[] = [];
  let open = true;
  const door = new Lock();

  return {
    /** Lets a client in, or gives false. */
    async accept(client: Client) {
      return await door.with(async () => {
        if (!open) return false;
        const thread = new Thread({ target: () => client.serve() });
        clients.push(client);
        threads.push(thread);
        thread.start();
        return true;
      });
    },
    /** Lets nobody in any more, and waits until all are done. */
    async close() {
      await door.with(async () => {
        open = false;
      });
      for (const thread of threads) await thread.join();
    },
  };
}
