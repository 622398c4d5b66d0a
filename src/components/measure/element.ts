/** All that a page loads of a measurement before anybody presses a button: whether it can be made here, and if not, why. */
import { measuring } from '#words';
import { standingOf, type Standing } from './standing.ts';

const { state: words } = measuring;

/** `script` is the address of the service worker that adds the headers: the one that keeps the site for offline reading may be in charge too. */
const factsOfPage = (script: string) => ({
  isIsolated: crossOriginIsolated,
  hasSharedMemory: typeof SharedArrayBuffer !== 'undefined',
  isFramed: window !== top,
  isSecure: isSecureContext,
  hasServiceWorkers: 'serviceWorker' in navigator,
  isPrepared: 'serviceWorker' in navigator && navigator.serviceWorker.controller?.scriptURL === new URL(script, location.href).href,
});

/** Two at once would measure each other. Known before anything is loaded, so that the one that was pressed first is made. */
let isUnderWay = false;

class MeasureElement extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    const facts = factsOfPage(this.dataset['isolate']!);
    this.#show(standingOf(facts), facts.isPrepared);
    this.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (action !== undefined) void this.#act(action);
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #show(standing: Standing, isPrepared: boolean): void {
    this.#button('measure').hidden = standing.kind !== 'ready';
    this.#button('prepare').hidden = standing.kind !== 'preparable';
    this.#button('unprepare').hidden = !isPrepared;
    this.#part('own-tab').hidden = standing.kind !== 'framed';
    this.#part('why').textContent = standing.kind === 'ready' ? '' : standing.say;
  }

  async #act(action: string): Promise<void> {
    try {
      if (action === 'measure') await this.#measure();
      if (action === 'prepare' || action === 'unprepare') {
        const { prepare, unprepare } = await import('./prepare.ts');
        await (action === 'prepare' ? prepare(this.dataset['isolate']!, this.dataset['scripts']!) : unprepare());
        location.reload();
      }
    } catch (error) {
      console.error(error);
      this.#part('status').textContent = words.failed(error instanceof Error ? error.message : String(error));
    }
  }

  /** Measures, or stops what is being measured: one button for both, so that the focus stays where it is. */
  async #measure(): Promise<void> {
    if (this.#stop) return this.#stop();
    if (isUnderWay) {
      this.#part('status').textContent = words.other;
      return;
    }
    isUnderWay = true;
    const controller = new AbortController();
    this.#stop = () => controller.abort();
    const button = this.#button('measure');
    const label = button.textContent;
    button.textContent = words.stop;
    const progress = this.#part('progress') as HTMLProgressElement;
    progress.value = 0;
    progress.hidden = false;
    this.#part('status').textContent = words.measuring;
    try {
      const { measureHere } = await import('./measure-here.ts');
      this.#part('status').textContent = await measureHere(this, controller.signal, (share) => (progress.value = share));
    } finally {
      isUnderWay = false;
      this.#stop = undefined;
      button.textContent = label;
      progress.hidden = true;
    }
  }

  #button(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-do=${name}]`)!;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }
}

customElements.define('live-measure', MeasureElement);
