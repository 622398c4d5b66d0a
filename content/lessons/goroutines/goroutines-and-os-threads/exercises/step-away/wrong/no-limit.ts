export class Desks {
  readonly many: number;

  constructor(many: number) {
    this.many = many;
  }

  async sit<T>(job: () => Promise<T>) {
    return await job();
  }

  async away<T>(wait: () => Promise<T>) {
    return await wait();
  }
}
