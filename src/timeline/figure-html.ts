import { KEY_LIST } from './keys.ts';

export const VIEWS = ['lanes', 'table', 'text'] as const;
export type View = (typeof VIEWS)[number];

const NAMES: Readonly<Record<View, string>> = { lanes: 'Lanes', table: 'Table', text: 'Text' };

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
    '<div class="lanes" role="tabpanel" tabindex="0" aria-label="Lanes, one for each task"></div>' +
    '<div class="scroll" role="tabpanel" tabindex="0" aria-label="Table" hidden></div>' +
    '<pre role="tabpanel" tabindex="0" aria-label="Text" hidden></pre>' +
    '<div class="controls">' +
    button('back', 'Step back', '‹') +
    '<input type="range" min="0" step="1" aria-label="Step">' +
    button('on', 'Step forward', '›') +
    button('play', 'Play', '▷') +
    `<div role="tablist" aria-label="View">${tabs}</div>` +
    '<button type="button" data-act="fold" aria-pressed="false" hidden>All steps</button>' +
    '<button type="button" data-act="help" aria-label="Keys" aria-expanded="false">?</button>' +
    `</div><dl class="keys" hidden>${keys}</dl>` +
    '<p class="sentence"></p><p class="relation"></p><p class="outcome"></p><div class="cycle"></div><p class="parting-words"></p><p class="decided"></p><p class="choices"></p><p class="takes"><button type="button" data-act="copy">Copy as text</button><button type="button" data-act="save">Save as SVG</button></p><p class="said" aria-live="polite"></p>'
  );
}
