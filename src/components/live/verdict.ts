import type { Measure, Verdict } from '#check';
import { number, program } from '#words';
import { engineLang } from './engine-lang.ts';
import { h } from './dom.ts';
import { wordsAndCode } from './words-and-code.ts';

const { verdict: words } = program;
const amount = (n: number): string => number(Math.round(n * 100) / 100);

/** What the simulated runs of a scene gave, beside what they may. */
function drawMeasures(measures: readonly Measure[]): HTMLElement {
  const allowed = ({ atMost, atLeast }: Measure): string =>
    [atLeast !== undefined && words.atLeast(amount(atLeast)), atMost !== undefined && words.atMost(amount(atMost))]
      .filter(Boolean)
      .join(', ');
  const isKept = ({ least, most, atMost = Infinity, atLeast = -Infinity }: Measure): boolean => most <= atMost && least >= atLeast;
  return h(
    'table',
    { class: 'verdict-measures' },
    h('thead', {}, h('tr', {}, ...[words.measured, words.inAllRuns, words.allowed].map((name) => h('th', { scope: 'col' }, name)))),
    h(
      'tbody',
      {},
      ...measures.map((measure) =>
        h(
          'tr',
          { 'data-verdict': isKept(measure) ? 'right' : 'wrong' },
          h('th', { scope: 'row' }, `${isKept(measure) ? '✓' : '✕'} ${measure.name}`),
          h('td', {}, measure.least === measure.most ? amount(measure.most) : words.from(amount(measure.least), amount(measure.most))),
          h('td', {}, allowed(measure)),
        ),
      ),
    ),
  );
}

/** The verdict on an answer: what works first, then one order in which it does not, then the whole report. */
export function drawVerdict(element: HTMLElement, verdict: Verdict): void {
  const { passed, headline, failure, scenes } = verdict;
  element.dataset.verdict = passed ? 'right' : 'wrong';
  const { expected, got, message } = failure ?? {};
  const facts: [string, string][] = [];
  if (message !== undefined) facts.push([words.message, message]);
  if (expected !== undefined || got !== undefined) facts.push([words.expected, expected ?? '—'], [words.got, got ?? '—']);
  const compared = facts.length > 0 && h('dl', { class: 'verdict-compare' }, ...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, h('code', {}, value))]));
  const list = h(
    'ul',
    { class: 'verdict-scenes' },
    ...scenes.map((scene) =>
      h(
        'li',
        { 'data-verdict': scene.passed ? 'right' : 'wrong' },
        `${scene.passed ? '✓' : '✕'} ${scene.name}`,
        h('span', {}, words.right(scene.right, scene.orders, scene.complete)),
        scene.measures !== undefined && scene.measures.length > 0 && drawMeasures(scene.measures),
      ),
    ),
  );
  const copy = failure && h('button', { type: 'button', class: 'live-button is-quiet', 'data-do': 'copy' }, program.bar.copyLink);
  const beside =
    failure?.trace && failure.passing && h('button', { type: 'button', class: 'live-button is-quiet', 'data-do': 'beside' }, words.beside);
  const report =
    failure &&
    h(
      'details',
      { class: 'verdict-report' },
      h('summary', {}, words.report),
      h('pre', { lang: engineLang }, failure.report),
      h('p', {}, `${words.replay} `, failure.schedule === '' ? words.plainOrder : h('code', {}, failure.schedule)),
    );
  // The focus goes to the verdict, so it is spoken as the name and the description of where one is.
  const id = element.closest('[id]')?.id ?? '';
  const [head, say] = [`${id}-headline`, `${id}-say`];
  element.setAttribute('aria-labelledby', head);
  if (failure) element.setAttribute('aria-describedby', say);
  else element.removeAttribute('aria-describedby');
  element.replaceChildren(h('p', { class: 'verdict-headline', id: head, lang: engineLang }, headline));
  if (failure)
    element.append(
      h(
        'p',
        { class: 'verdict-say', id: say, lang: engineLang },
        ...wordsAndCode(failure.say).map(({ text, isCode, isStressed }) => (isCode ? h('code', {}, text) : isStressed ? h('em', {}, text) : text)),
      ),
    );
  if (compared) element.append(compared);
  if (scenes.length > 1 || scenes.some(({ measures }) => measures !== undefined)) element.append(list);
  if (report) element.append(report);
  if (copy) element.append(h('p', { class: 'verdict-copy' }, ...(beside ? [beside, ' '] : []), copy));
}
