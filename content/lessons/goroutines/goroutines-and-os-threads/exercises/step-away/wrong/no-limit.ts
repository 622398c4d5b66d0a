export class Desks {
  constructor(readonly many: number) {}

  async sit<T>(job: () => Promise<T>) {
    return await job();
  }

  async away<T>(wait: () => Promise<T>) {
    return await wait();
  }
}
