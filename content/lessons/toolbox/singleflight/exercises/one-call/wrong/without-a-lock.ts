import { WaitGroup } from 'happens-before/go';

interface Flight<T> {
  ended: WaitGroup;
  value?: T;
  failed?: { error: unknown };
}

export function makeFlights<T>() {
  const flights = new Map<string, Flight<T>>();

  async function fly(
    key: string,
    flight: Flight<T>,
    work: () => Promise<T>,
  ) {
    try {
      flight.value = await work();
    } catch (error) {
      flight.failed = { error };
    }
    flights.delete(key);
    flight.ended.done();
  }

  return {
    async do(key: string, work: () => Promise<T>) {
      let flight = flights.get(key);
      if (flight) {
        await flight.ended.wait();
      } else {
        flight = { ended: new WaitGroup() };
        flight.ended.add(1);
        flights.set(key, flight);
        await fly(key, flight, work);
      }
      if (flight.failed) throw flight.failed.error;
      return flight.value as T;
    },
  };
}
