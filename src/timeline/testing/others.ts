import type { Trace } from '#trace';
import { blocked, makeTrace, ready, returned, type Draft } from './build.ts';

/** Two sleeps that overlap: the clock jumps to the next thing that is due. */
export const sleeping = makeTrace({
  tasks: ['tea', 'egg'],
  resources: [['output', 'output']],
  events: [
    { task: 'main', verb: 'go', partner: 'tea', to: { tea: ready } },
    { task: 'main', verb: 'go', partner: 'egg', others: ['tea'], to: { egg: ready } },
    { task: 'main', verb: 'sleep', to: { main: { kind: 'sleeping', until: 100 } } },
    { task: 'tea', verb: 'sleep', others: ['egg'], causes: [[1, 'birth']], to: { tea: { kind: 'sleeping', until: 30 } } },
    { task: 'egg', verb: 'work', causes: [[2, 'birth']], to: { egg: { kind: 'working', until: 50 } } },
    { task: 'tea', verb: 'print', on: 'output', out: 'tea', time: 30 },
    { task: 'tea', verb: 'end', to: { tea: returned } },
    { task: 'egg', verb: 'print', on: 'output', out: 'egg', time: 50 },
    { task: 'egg', verb: 'end', to: { egg: returned } },
    { task: 'main', verb: 'end', time: 100, to: { main: returned } },
  ],
  output: ['tea', 'egg'],
  schedule: 'main*3 tea egg tea*2 egg*2 main',
});

/** A send on a closed channel ends the whole program. */
export const panicking = makeTrace({
  tasks: ['sender'],
  resources: [['results', 'channel', 1]],
  events: [
    { task: 'main', verb: 'go', partner: 'sender', line: 8, to: { sender: ready } },
    { task: 'main', verb: 'close', on: 'results', line: 9, others: ['sender'] },
    {
      task: 'sender',
      verb: 'send',
      on: 'results',
      out: '7',
      line: 4,
      others: ['main'],
      causes: [[1, 'birth']],
      to: { sender: { kind: 'failed', message: 'send on closed channel' } },
    },
  ],
  end: (id) => ({ kind: 'panic', task: id('sender'), message: 'send on closed channel', place: { line: 4, column: 1 } }),
  schedule: 'main*2 sender',
});

/** main waits for two tasks to say that they are done. */
export const waitGroup = makeTrace({
  tasks: ['a', 'b'],
  resources: [['wg', 'waitgroup']],
  events: [
    { task: 'main', verb: 'add', on: 'wg', out: '2', line: 9 },
    { task: 'main', verb: 'go', partner: 'a', line: 10, to: { a: ready } },
    { task: 'main', verb: 'go', partner: 'b', line: 11, others: ['a'], to: { b: ready } },
    { task: 'main', verb: 'wait', on: 'wg', line: 12, others: ['a', 'b'], to: { main: blocked('sync.WaitGroup.Wait', 1) } },
    { task: 'b', verb: 'done', on: 'wg', line: 5, others: ['a'], causes: [[3, 'birth']] },
    { task: 'b', verb: 'end', others: ['a'], to: { b: returned } },
    { task: 'a', verb: 'done', on: 'wg', line: 5, causes: [[2, 'birth']], to: { main: ready } },
    {
      task: 'main',
      verb: 'end',
      others: ['a'],
      causes: [
        [5, 'join'],
        [7, 'join'],
      ],
      to: { main: returned },
    },
  ],
  schedule: 'main*4 b*2 a main',
});

/** Twelve tasks that each do one thing. */
export const twelveTasks = makeTrace({
  tasks: names(11),
  resources: [['done', 'channel', 4]],
  events: [
    ...names(11).map((name, i): Draft => ({ task: 'main', verb: 'go', partner: name, others: names(i), to: { [name]: ready } })),
    ...names(11).flatMap((name, i): Draft[] =>
      i % 3 === 2
        ? [{ task: name, verb: 'end', causes: [[i + 1, 'birth']], to: { [name]: returned } }]
        : [
            { task: name, verb: 'print', out: name, causes: [[i + 1, 'birth']] },
            { task: name, verb: 'end', to: { [name]: returned } },
          ],
    ),
  ],
});

/** Two hundred steps in which little happens, for folding. */
export const twoHundredSteps = makeTrace({
  tasks: ['counter', 'watcher'],
  resources: [
    ['n', 'atomic'],
    ['m', 'mutex'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'counter', to: { counter: ready } },
    { task: 'main', verb: 'go', partner: 'watcher', to: { watcher: ready } },
    { task: 'main', verb: 'end', to: { main: returned } },
    { task: 'watcher', verb: 'lock', on: 'm', causes: [[2, 'birth']] },
    ...Array.from({ length: 150 }, (_, i): Draft => ({ task: 'counter', verb: 'add', on: 'n', out: String(i + 1) })),
    { task: 'counter', verb: 'lock', on: 'm', to: { counter: blocked('sync.Mutex.Lock', 2, 2) } },
    ...Array.from({ length: 41 }, (_, i): Draft => ({ task: 'watcher', verb: 'read', on: 'n', in: String(150 + i) })),
    { task: 'watcher', verb: 'unlock', on: 'm', to: { counter: ready } },
    { task: 'watcher', verb: 'end', to: { watcher: returned } },
    { task: 'counter', verb: 'unlock', on: 'm', causes: [[197, 'wake']] },
    { task: 'counter', verb: 'end', to: { counter: returned } },
  ],
});

/** Names and values that try to break out of the picture, the table or the line. */
export const hostile = makeTrace({
  tasks: ['<img/src=x>', '"onload=alert(1)', '\u202edesrever'],
  resources: [
    ['</text><script>alert(1)</script>', 'variable'],
    ['&amp;', 'mutex'],
    ['漢字のなまえ', 'channel', 1],
  ],
  events: [
    { task: 'main', verb: 'go', partner: '<img/src=x>', to: { '<img/src=x>': ready } },
    { task: 'main', verb: 'go', partner: '\u202edesrever', to: { '\u202edesrever': ready } },
    { task: '<img/src=x>', verb: 'write', on: '</text><script>alert(1)</script>', out: '"]]></svg>\n\u001b[31m' },
    { task: '<img/src=x>', verb: 'lock', on: '&amp;' },
    { task: '\u202edesrever', verb: 'lock', on: '&amp;', to: { '\u202edesrever': blocked('sync.Mutex.Lock', 2, 1) } },
    { task: '<img/src=x>', verb: 'send', on: '漢字のなまえ', out: '👩‍👩‍👧 family & "friends" of a very long value that goes on and on' },
    { task: 'main', verb: 'receive', on: '漢字のなまえ', in: '👩‍👩‍👧', causes: [[6, 'value', '👩‍👩‍👧 <b>']] },
    { task: 'main', verb: 'fail', note: '<b>note</b>', to: { main: { kind: 'failed', message: 'Error: <script>\nat line 2' } } },
  ],
  end: (id) => ({ kind: 'error', task: id('main'), message: 'Error: <script>\nat line 2' }),
});

function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `w${i + 1}`);
}

const waitsForLock = (task: number, resource: number, heldBy: number, since: number) =>
  ({ task, reason: 'sync.Mutex.Lock', resource, heldBy, since }) as const;

/** Two tasks in a deadlock that closes at step 5; a third goes on for six steps and has nothing to do with it. */
export const stuckAmongBusy: Trace = makeTrace({
  tasks: ['left', 'right', 'busy'],
  resources: [
    ['a', 'mutex'],
    ['b', 'mutex'],
    ['other', 'mutex'],
    ['wg', 'waitgroup'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'left', to: { left: ready } },
    { task: 'main', verb: 'go', partner: 'right', others: ['left'], to: { right: ready } },
    { task: 'main', verb: 'go', partner: 'busy', others: ['left', 'right'], to: { busy: ready, main: blocked('sync.WaitGroup.Wait', 4) } },
    { task: 'left', verb: 'lock', on: 'a', line: 4, others: ['right', 'busy'], causes: [[1, 'birth']] },
    {
      task: 'right',
      verb: 'lock',
      on: 'b',
      line: 5,
      others: ['left', 'busy'],
      forced: true,
      causes: [[2, 'birth']],
      to: { left: blocked('sync.Mutex.Lock', 2, 2), right: blocked('sync.Mutex.Lock', 1, 1) },
    },
    { task: 'busy', verb: 'lock', on: 'other', causes: [[3, 'birth']] },
    { task: 'busy', verb: 'unlock', on: 'other' },
    { task: 'busy', verb: 'lock', on: 'other' },
    { task: 'busy', verb: 'unlock', on: 'other' },
    { task: 'busy', verb: 'lock', on: 'other' },
    { task: 'busy', verb: 'unlock', on: 'other', to: { busy: returned } },
  ],
  end: (id) => ({
    kind: 'deadlock',
    waiting: [
      { task: 0, reason: 'sync.WaitGroup.Wait', resource: 4, since: 3 },
      waitsForLock(id('left'), 2, id('right'), 4),
      waitsForLock(id('right'), 1, id('left'), 5),
    ],
    cycle: [id('left'), id('right')],
  }),
  schedule: 'main*3 left right busy*6',
});
