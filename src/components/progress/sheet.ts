import { commandFor, type Solved } from '#progress';
import { progress } from '#words';

const { sheet: words } = progress;

/** An element with text, never markup: what stands here comes from storage or from a file. */
function make(tag: string, text = '', ...children: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(text, ...children);
  return element;
}

const helpWords = ({ hints, pieces = 0, sawSolution }: Solved): string =>
  words.helped(hints, pieces, sawSolution === true);

/** The sheet of what was solved, with the evidence: enough for anybody to run it again. */
export function drawSheet(box: HTMLElement, solved: readonly Solved[], student: string, version = ''): void {
  box.hidden = solved.length === 0;
  const head = make('tr', '', ...[words.exercise, words.on, words.verdict, words.help].map((name) => Object.assign(make('th', name), { scope: 'col' })));
  const rows = solved.map((each, index) =>
    make('tr', '', make('th', `${index + 1}. ${each.title}`), make('td', each.on), make('td', each.verdict), make('td', helpWords(each))),
  );
  for (const row of rows) row.querySelector('th')!.setAttribute('scope', 'row');
  const table = make('table', '', make('thead', '', head), make('tbody', '', ...rows));
  const scroll = make('div', '', table);
  scroll.className = 'scroll-box';
  box.replaceChildren(
    make('h2', words.title(student)),
    make('p', version === '' ? words.lede : `${words.lede} ${progress.handIn.version(version)}`),
    scroll,
    make('h3', words.evidence),
    ...solved.map((each, index) => drawEvidence(each, index + 1)),
  );
}

function drawEvidence(solved: Solved, number: number): HTMLElement {
  const { title, exercise, code, schedule, proof } = solved;
  const about = proof === 'none' ? words.claim : schedule === undefined ? words.answer : words.order;
  const text = proof === 'none' ? undefined : (schedule ?? code);
  const part = make('section', '', make('h4', `${number}. ${title}`), make('p', `${exercise}. ${about}`), ...(text === undefined ? [] : [make('pre', text)]), make('p', `${words.again} `, make('code', commandFor(solved))));
  part.className = 'sheet-evidence';
  return part;
}
