import type { Verdict } from '#check';
import { h } from './dom.ts';

/** The verdict on an answer: what works first, then one order in which it does not, then the whole report. */
export function drawVerdict(element: HTMLElement, verdict: Verdict): void {
  const { passed, headline, failure, scenes } = verdict;
  element.dataset.verdict = passed ? 'right' : 'wrong';
  const compared =
    failure?.expected !== undefined || failure?.got !== undefined
      ? h(
          'dl',
          { class: 'verdict-compare' },
          h('dt', {}, 'expected'),
          h('dd', {}, h('code', {}, failure.expected ?? '—')),
          h('dt', {}, 'got'),
          h('dd', {}, h('code', {}, failure.got ?? '—')),
        )
      : undefined;
  const list = h(
    'ul',
    { class: 'verdict-scenes' },
    ...scenes.map((scene) =>
      h(
        'li',
        { 'data-verdict': scene.passed ? 'right' : 'wrong' },
        `${scene.passed ? '✓' : '✕'} ${scene.name}`,
        h('span', {}, `${scene.right} of ${scene.orders}${scene.complete ? '' : ' tried'}`),
      ),
    ),
  );
  const copy = failure && h('button', { type: 'button', class: 'live-button is-quiet', 'data-do': 'copy' }, 'Copy link');
  const report =
    failure &&
    h(
      'details',
      { class: 'verdict-report' },
      h('summary', {}, 'The whole report'),
      h('pre', {}, failure.report),
      h('p', {}, 'Replay: ', h('code', {}, failure.schedule)),
    );
  element.replaceChildren(h('p', { class: 'verdict-headline', role: 'status' }, headline));
  if (failure) element.append(h('p', { class: 'verdict-say' }, failure.say));
  if (compared) element.append(compared);
  if (scenes.length > 1) element.append(list);
  if (report) element.append(report);
  if (copy) element.append(h('p', { class: 'verdict-copy' }, copy));
}
