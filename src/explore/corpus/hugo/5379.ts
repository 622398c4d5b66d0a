/**
 * hugo_5379 · Double lock
 * A page's content is made once, under its mutex, by a goroutine that is given a millisecond. A shortcode in the content asks for
 * the page's word count, which needs the content, and then the same mutex.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock, sync.WaitGroup.Wait
 * @oracle flaky
 * @rate unknown
 */
import { after, chan, go, Mutex, Once, select, WaitGroup } from 'happens-before/go';

type Shortcode = (page: Page) => Promise<string>;

class Page {
  readonly contentMu = new Mutex();
  readonly contentOnce = new Once();
  readonly plainOnce = new Once();
  content = '';
  words = 0;

  readonly shortcodes: readonly Shortcode[];

  constructor(shortcodes: readonly Shortcode[]) {
    this.shortcodes = shortcodes;
  }

  async wordCount(): Promise<number> {
    await this.initContent();
    await this.initPlain();
    return this.words;
  }

  async initContent() {
    await this.contentOnce.do(async () => {
      const rendered = chan<void>(1);
      go('content', async () => {
        await this.contentMu.lock();
        for (const shortcode of this.shortcodes) this.content += await shortcode(this);
        this.contentMu.unlock();
        await rendered.send();
      });
      await select(rendered.onReceive(), after(1).onReceive());
    });
  }

  async initPlain() {
    await this.plainOnce.do(async () => {
      await this.contentMu.lock(); // “content” holds it, and may be the one who asks
      this.words = this.content.split(' ').length;
      this.contentMu.unlock();
    });
  }
}

const page = new Page([async (itself) => `${await itself.wordCount()} words`]);

go('build', async () => {
  const wg = new WaitGroup();
  wg.go(async () => {
    await page.wordCount();
  });
  await wg.wait();
});
