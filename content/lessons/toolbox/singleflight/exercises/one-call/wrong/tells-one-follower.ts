import { chan, Mutex, type Chan } from 'happens-before/go';

interface Result<T> {
  value?: T;
  failed?: { error: unknown };
}

export function makeFlights<T>() {
  const flights = new Map<string, Chan<Result<T>>>();
  const mutex = new Mutex();

  async function fly(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return { value: await work() };
    } catch (error) {
      return { failed: { error } };
    }
  }

  return {
    async do(key: string, work: () => Promise<T>) {
      await mutex.lock();
      let flight = flights.get(key);
      let result: Result<T>;
      if (flight) {
        mutex.unlock();
        result = (await flight.receive())!;
      } else {
        flight = chan<Result<T>>(1);
        flights.set(key, flight);
        mutex.unlock();
        result = await fly(work);
        await mutex.lock();
        flights.delete(key);
        mutex.unlock();
        await flight.send(result);
      }
      if (result.failed) throw result.failed.error;
      return result.value as T;
    },
  };
}
