import type { CompiledProgram } from '#engine';
import type { Other } from '#timeline';
import type { Trace } from '#trace';

/** What Program.astro and Exercise.astro publish beside the page. */
export interface MoreData {
  /** The run that the page shows. */
  readonly trace?: Trace;
  /** Another order that the page shows below it. */
  readonly other?: Other | undefined;
  /** The program as it stands, compiled when the site was built. */
  readonly compiled?: CompiledProgram;
  /** The check file of an exercise. */
  readonly check?: string;
}

/** The part of a live element that is loaded on need, once. A load that failed is tried again at the next need. */
export class More {
  readonly #address: string;
  #loading: Promise<MoreData> | undefined;
  #data: MoreData | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** What is there already. */
  get now(): MoreData | undefined {
    return this.#data;
  }

  load(): Promise<MoreData> {
    this.#loading ??= this.#fetch();
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #fetch(): Promise<MoreData> {
    const answer = await fetch(this.#address);
    if (!answer.ok) throw new Error(`${this.#address} answered ${answer.status}`);
    this.#data = (await answer.json()) as MoreData;
    return this.#data;
  }
}
