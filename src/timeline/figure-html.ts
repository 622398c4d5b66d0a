import { timeline } from '#words';
import { KEY_LIST } from './keys.ts';
import { inEnglish } from './still.ts';

export const VIEWS = ['lanes', 'table', 'text'] as const;
export type View = (typeof VIEWS)[number];

const { controls: words } = timeline;
const NAMES: Readonly<Record<View, string>> = timeline.views;

const button = (act: string, label: string, face: string): string =>
  `<button type="button" data-act="${act}" aria-label="${label}">${face}</button>`;

/** What script adds to the still: three panels and one row of controls under them. Constant: no word of a trace is in it. */
export function controlsHtml(): string {
  const tabs = VIEWS.map(
    (v) =>
      `<button type="button" role="tab" data-view="${v}" aria-selected="${v === 'lanes'}" tabindex="${v === 'lanes' ? 0 : -1}">${NAMES[v]}</button>`,
  ).join('');
  const keys = KEY_LIST.map(([k, does]) => `<div><dt>${k}</dt><dd>${does}</dd></div>`).join('');
  return (
    `<div class="lanes" role="tabpanel" tabindex="0" aria-label="${words.lanes}"></div>` +
    `<div class="scroll" role="tabpanel" tabindex="0" aria-label="${NAMES.table}" hidden></div>` +
    `<pre role="tabpanel" tabindex="0" aria-label="${NAMES.text}" hidden></pre>` +
    '<div class="controls">' +
    button('back', words.back, '‹') +
    `<input type="range" min="0" step="1" aria-label="${words.step}">` +
    button('on', words.on, '›') +
    button('play', words.play, '▷') +
    `<div role="tablist" aria-label="${words.view}">${tabs}</div>` +
    `<button type="button" data-act="fold" aria-pressed="false" hidden>${words.allSteps}</button>` +
    `<button type="button" data-act="help" aria-label="${words.keys}" aria-expanded="false">?</button>` +
    `</div><dl class="keys" data-key-list hidden>${keys}</dl>` +
    `<p class="sentence"${inEnglish}></p><p class="relation"${inEnglish}></p><p class="outcome"${inEnglish}></p><div class="cycle"></div><p class="parting-words"${inEnglish}></p><p class="decided"${inEnglish}></p><p class="choices"></p><p class="takes"><button type="button" data-act="copy">${words.copy}</button><button type="button" data-act="save">${words.save}</button></p><p class="said" aria-live="polite"></p>`
  );
}
