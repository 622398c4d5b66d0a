export class Once {
  #done = false;

  async do(body: () => unknown) {
    if (this.#done) return;
    await body();
    this.#done = true;
  }
}
