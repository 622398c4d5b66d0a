import { commandFor, type Solved } from '#progress';

/** An element with text, never markup: what stands here comes from storage or from a file. */
function make(tag: string, text = '', ...children: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(text, ...children);
  return element;
}

const helpWords = ({ hints, pieces = 0, sawSolution }: Solved): string =>
  [hints === 0 ? 'no hint' : `${hints} ${hints === 1 ? 'hint' : 'hints'}`, ...(pieces === 0 ? [] : [`${pieces} pieces of the solution`]), ...(sawSolution ? ['solution seen'] : [])].join(', ');

/** The sheet of what was solved, with the evidence: enough for anybody to run it again. */
export function drawSheet(box: HTMLElement, solved: readonly Solved[], student: string): void {
  box.hidden = solved.length === 0;
  const head = make('tr', '', ...['Exercise', 'On', 'Verdict', 'Help'].map((name) => Object.assign(make('th', name), { scope: 'col' })));
  const rows = solved.map((each, index) =>
    make('tr', '', make('th', `${index + 1}. ${each.title}`), make('td', each.on), make('td', each.verdict), make('td', helpWords(each))),
  );
  for (const row of rows) row.querySelector('th')!.setAttribute('scope', 'row');
  const table = make('table', '', make('thead', '', head), make('tbody', '', ...rows));
  const scroll = make('div', '', table);
  scroll.className = 'scroll-box';
  box.replaceChildren(
    make('h2', student === '' ? 'Completion sheet' : `Completion sheet of ${student}`),
    make('p', 'Happens Before, a course on concurrency. Every verdict below can be computed again, from the evidence alone, with the course’s command line.'),
    scroll,
    make('h3', 'Evidence'),
    ...solved.map((each, index) => drawEvidence(each, index + 1)),
  );
}

function drawEvidence(solved: Solved, number: number): HTMLElement {
  const { title, exercise, code, schedule, proof } = solved;
  const about = proof === 'none' ? 'Claim: no order reaches the goal.' : schedule === undefined ? 'Answer, saved as answer.ts:' : 'Order:';
  const text = proof === 'none' ? undefined : (schedule ?? code);
  const part = make('section', '', make('h4', `${number}. ${title}`), make('p', `${exercise}. ${about}`), ...(text === undefined ? [] : [make('pre', text)]), make('p', 'Run it again: ', make('code', commandFor(solved))));
  part.className = 'sheet-evidence';
  return part;
}
