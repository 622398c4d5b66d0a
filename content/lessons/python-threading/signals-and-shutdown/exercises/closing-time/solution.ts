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
        const target = () => client.serve();
        const thread = new Thread({ target });
        clients.push(client);
        threads.push(thread);
        thread.start();
        return true;
      });
    },
    /** Lets nobody in any more. Waits until all are done. */
    async close() {
      const leaving = await door.with(async () => {
        open = false;
        return clients.splice(0);
      });
      for (const client of leaving) client.bye();
      for (const thread of threads) await thread.join();
    },
  };
}
