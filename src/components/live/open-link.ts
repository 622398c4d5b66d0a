import type { Actions } from './actions.ts';
import { h } from './dom.ts';
import { readRun } from '#progress';
import { problemWords } from './shared-words.ts';

interface LiveElement extends HTMLElement {
  actions(): Promise<Actions>;
}

/**
 * Does what the address asks for: shows the program that it names, with the text and the order that it brings. It runs
 * nothing; that is for the reader to press. A fragment that cannot be used gets a sentence and changes nothing else.
 */
export async function openLink(): Promise<void> {
  const reading = readRun(location.hash);
  if (reading === undefined) return;
  if (!reading.ok) return complain(problemWords[reading.why]);
  const element = document.getElementById(reading.run.at);
  if (!element?.matches('live-program, live-exercise, live-break')) return complain(problemWords.nowhere);
  try {
    const actions = await (element as LiveElement).actions();
    await actions.receive?.(reading.run);
    document.querySelector('.link-problem')?.remove();
  } catch (error) {
    console.error(error);
    complain(problemWords.unloaded);
  }
}

/** Above the title, where a link that leads nowhere leads. */
function complain(text: string): void {
  document.querySelector('.link-problem')?.remove();
  const notice = h('p', { class: 'link-problem', role: 'status' });
  document.querySelector('main h1')!.parentElement!.prepend(notice);
  notice.textContent = text;
  notice.scrollIntoView({ block: 'nearest' });
}
