/** From moves, as an author writes them, to the boards of a figure. */
import { figures } from '#words';
import { markMoved, type Board, type Cell, type Group } from '../board.ts';
import { moves } from './moves.ts';
import { boot, type Scheduler, type Settings } from './state.ts';

const { queues: words } = figures;

const chip = (text: string, tone: Cell['tone']): Cell => ({ text, tone });
const one = (name: string | undefined, tone: Cell['tone']): Cell[] => (name === undefined ? [] : [chip(name, tone)]);

function groupsOf(state: Scheduler): Group[] {
  const held = new Set(state.processors.map(({ thread }) => thread));
  const asleep = state.threads.filter(({ name, calling }) => calling === undefined && !held.has(name));
  return [
    ...state.processors.map(({ name, thread, running, next, queue, calling }) => ({
      title: thread !== undefined ? words.on(name, thread) : calling !== undefined ? words.leftBy(name, calling) : words.idle(name),
      lines: [
        { label: words.lines.runs, cells: one(running, 'go'), empty: words.nothing },
        { label: words.lines.next, cells: one(next, 'ready'), empty: '–' },
        { label: words.lines.queue, cells: queue.map((goroutine) => chip(goroutine, 'ready')), empty: '–' },
      ],
    })),
    {
      title: words.elsewhere,
      lines: [
        { label: words.lines.global, cells: state.global.map((goroutine) => chip(goroutine, 'ready')), empty: '–' },
        { label: words.lines.waiting, cells: state.waiting.map((goroutine) => chip(goroutine, 'wait')), empty: '–' },
        {
          label: words.lines.inCalls,
          cells: state.threads.flatMap(({ name, calling }) => (calling === undefined ? [] : [chip(words.callOn(calling, name), 'wait')])),
          empty: '–',
        },
        { label: words.lines.asleep, cells: asleep.map(({ name }) => chip(name, 'wait')), empty: '–' },
      ],
    },
  ];
}

/**
 * Plays moves such as `P0 starts`, `P1 looks` or `P0 wakes G2` and gives a board for the start and for each of them. A number behind
 * `starts` repeats it in one board: `P0 starts 3`.
 *
 * @throws Error if a move cannot be made, with its number.
 */
export function runQueues(written: readonly string[], settings: Settings = {}): Board[] {
  const state = boot(settings);
  const boards: Board[] = [{ say: words.start, groups: groupsOf(state) }];
  for (const [index, text] of written.entries()) {
    const [who = '', verb = '', whom = ''] = text.split(' ');
    const move = moves[verb];
    if (move === undefined)
      throw new Error(`Move ${index + 1}, "${text}": there is no "${verb}". There are: ${Object.keys(moves).join(', ')}`);
    try {
      const times = verb === 'starts' && whom !== '' ? Number(whom) : 1;
      let say = '';
      for (let time = 0; time < times; time++) say = move(state, who, whom);
      boards.push({ say: times > 1 ? words.times(times, say) : say, groups: groupsOf(state) });
    } catch (error) {
      throw new Error(`Move ${index + 1}, "${text}": ${(error as Error).message}`, { cause: error });
    }
  }
  return markMoved(boards);
}
