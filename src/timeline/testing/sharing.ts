import { blocked, makeTrace, ready, returned } from './build.ts';

/** Two tasks read 0 and both write 1. */
export const lostUpdate = makeTrace({
  tasks: ['a', 'b'],
  resources: [
    ['counter', 'variable'],
    ['wg', 'waitgroup'],
    ['output', 'output'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'a', line: 9, to: { a: ready } },
    { task: 'main', verb: 'go', partner: 'b', line: 10, others: ['a'], to: { b: ready } },
    { task: 'main', verb: 'wait', on: 'wg', line: 11, others: ['a', 'b'], to: { main: blocked('sync.WaitGroup.Wait', 2) } },
    { task: 'a', verb: 'read', on: 'counter', in: '0', line: 5, others: ['b'], causes: [[1, 'birth']], races: [7] },
    { task: 'b', verb: 'read', on: 'counter', in: '0', line: 5, others: ['a'], forced: true, causes: [[2, 'birth']], races: [6] },
    { task: 'a', verb: 'write', on: 'counter', out: '1', line: 6, others: ['b'], forced: true, races: [5, 7] },
    { task: 'b', verb: 'write', on: 'counter', out: '1', line: 6, others: ['a'], forced: true, races: [4, 6] },
    { task: 'a', verb: 'done', on: 'wg', line: 7, others: ['b'] },
    { task: 'a', verb: 'end', others: ['b'], to: { a: returned } },
    { task: 'b', verb: 'done', on: 'wg', line: 7, to: { main: ready } },
    { task: 'b', verb: 'end', others: ['main'], to: { b: returned } },
    {
      task: 'main',
      verb: 'read',
      on: 'counter',
      in: '1',
      line: 12,
      causes: [
        [8, 'wake'],
        [10, 'wake'],
      ],
    },
    { task: 'main', verb: 'print', on: 'output', out: '1', line: 12 },
    { task: 'main', verb: 'end', to: { main: returned } },
  ],
  output: ['1'],
  schedule: 'main*3 a b a b a*2 b*2 main*3',
});

/** Two tasks, one mutex: the second waits until the first lets go. */
export const mutexWaiting = makeTrace({
  tasks: ['a', 'b'],
  resources: [
    ['m', 'mutex'],
    ['counter', 'variable'],
    ['wg', 'waitgroup'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'a', line: 12, to: { a: ready } },
    { task: 'main', verb: 'go', partner: 'b', line: 13, others: ['a'], to: { b: ready } },
    { task: 'main', verb: 'wait', on: 'wg', line: 14, others: ['a', 'b'], to: { main: blocked('sync.WaitGroup.Wait', 3) } },
    { task: 'a', verb: 'lock', on: 'm', line: 5, others: ['b'], causes: [[1, 'birth']] },
    { task: 'a', verb: 'read', on: 'counter', in: '0', line: 6, others: ['b'] },
    {
      task: 'b',
      verb: 'lock',
      on: 'm',
      line: 5,
      others: ['a'],
      forced: true,
      causes: [[2, 'birth']],
      to: { b: blocked('sync.Mutex.Lock', 1, 1) },
    },
    { task: 'a', verb: 'write', on: 'counter', out: '1', line: 7 },
    { task: 'a', verb: 'unlock', on: 'm', line: 8, to: { b: ready } },
    { task: 'a', verb: 'end', others: ['b'], to: { a: returned } },
    { task: 'b', verb: 'read', on: 'counter', in: '1', line: 6, causes: [[8, 'wake']] },
    { task: 'b', verb: 'write', on: 'counter', out: '2', line: 7 },
    { task: 'b', verb: 'unlock', on: 'm', line: 8 },
    { task: 'b', verb: 'end', to: { b: returned, main: ready } },
    {
      task: 'main',
      verb: 'end',
      causes: [
        [9, 'join'],
        [13, 'join'],
      ],
      to: { main: returned },
    },
  ],
  schedule: 'main*3 a*2 b a*3 b*4 main',
});

/** Each task holds the lock that the other wants. */
export const deadlock = makeTrace({
  tasks: ['left', 'right'],
  resources: [
    ['a', 'mutex'],
    ['b', 'mutex'],
    ['both', 'waitgroup'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'left', line: 14, to: { left: ready } },
    { task: 'main', verb: 'go', partner: 'right', line: 15, others: ['left'], to: { right: ready } },
    { task: 'main', verb: 'wait', on: 'both', line: 16, others: ['left', 'right'], to: { main: blocked('sync.WaitGroup.Wait', 3) } },
    { task: 'left', verb: 'lock', on: 'a', line: 4, others: ['right'], causes: [[1, 'birth']] },
    { task: 'right', verb: 'lock', on: 'b', line: 9, others: ['left'], forced: true, causes: [[2, 'birth']] },
    { task: 'left', verb: 'lock', on: 'b', line: 5, others: ['right'], forced: true, to: { left: blocked('sync.Mutex.Lock', 2, 2) } },
    { task: 'right', verb: 'lock', on: 'a', line: 10, to: { right: blocked('sync.Mutex.Lock', 1, 1) } },
  ],
  end: (id) => ({
    kind: 'deadlock',
    cycle: [id('left'), id('right')],
    waiting: [
      { task: id('main'), reason: 'sync.WaitGroup.Wait', resource: 3, since: 3, place: { line: 16, column: 1 } },
      { task: id('left'), reason: 'sync.Mutex.Lock', resource: 2, heldBy: id('right'), since: 6, place: { line: 5, column: 1 } },
      { task: id('right'), reason: 'sync.Mutex.Lock', resource: 1, heldBy: id('left'), since: 7, place: { line: 10, column: 1 } },
    ],
  }),
  schedule: 'main*3 left right left right',
});

/** Python's names: Thread and Lock, where a woken thread has to ask for the lock again. */
export const threadLock = makeTrace({
  mode: 'cpython',
  tasks: [
    ['Thread-1', 'thread'],
    ['Thread-2', 'thread'],
  ],
  resources: [
    ['lock', 'lock'],
    ['balance', 'variable'],
    ['log', 'variable'],
  ],
  events: [
    { task: 'main', verb: 'start', partner: 'Thread-1', to: { 'Thread-1': ready } },
    { task: 'main', verb: 'start', partner: 'Thread-2', others: ['Thread-1'], to: { 'Thread-2': ready } },
    { task: 'main', verb: 'join', note: 'Thread-1', to: { main: blocked('join') } },
    { task: 'Thread-1', verb: 'acquire', on: 'lock', others: ['Thread-2'], causes: [[1, 'birth']] },
    { task: 'Thread-2', verb: 'acquire', on: 'lock', causes: [[2, 'birth']], to: { 'Thread-2': blocked('Lock.acquire', 1, 1) } },
    { task: 'Thread-1', verb: 'write', on: 'balance', out: '50' },
    { task: 'Thread-1', verb: 'release', on: 'lock', to: { 'Thread-2': ready } },
    { task: 'Thread-2', verb: 'acquire', on: 'lock', others: ['Thread-1'], causes: [[7, 'wake']] },
    { task: 'Thread-1', verb: 'end', others: ['Thread-2'], to: { 'Thread-1': returned, main: ready } },
    { task: 'Thread-2', verb: 'write', on: 'log', out: '"paid"' },
    { task: 'Thread-2', verb: 'release', on: 'lock' },
    { task: 'main', verb: 'join', note: 'Thread-2', causes: [[9, 'join']], to: { main: blocked('join') } },
    { task: 'Thread-2', verb: 'end', to: { 'Thread-2': returned, main: ready } },
    { task: 'main', verb: 'end', causes: [[13, 'join']], to: { main: returned } },
  ],
  schedule: 'main*3 Thread-1 Thread-2 Thread-1*2 Thread-2 Thread-1 Thread-2*2 main Thread-2 main',
});

/** As the course's own kernel records it: an operation is an event when it completes, and waiting is a change of state. */
export const lockAsState = makeTrace({
  tasks: ['a', 'b', 'c'],
  resources: [
    ['m', 'mutex'],
    ['counter', 'variable'],
    ['log', 'mutex'],
    ['main', 'other'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'a', to: { a: ready } },
    { task: 'main', verb: 'go', partner: 'b', others: ['a'], to: { b: ready } },
    { task: 'main', verb: 'go', partner: 'c', others: ['a', 'b'], to: { c: ready, main: blocked('sync.WaitGroup.Wait') } },
    {
      task: 'a',
      verb: 'lock',
      on: 'm',
      others: ['b', 'c'],
      causes: [[1, 'birth']],
      to: { b: blocked('sync.Mutex.Lock', 1, 1), c: blocked('sync.Mutex.Lock', 1, 1) },
    },
    { task: 'a', verb: 'write', on: 'counter', out: '1' },
    { task: 'a', verb: 'unlock', on: 'm', to: { a: returned, b: ready, c: ready } },
    {
      task: 'c',
      verb: 'lock',
      on: 'm',
      others: ['b'],
      causes: [
        [3, 'birth'],
        [6, 'wake'],
      ],
      to: { b: blocked('sync.Mutex.Lock', 1, 3) },
    },
    { task: 'c', verb: 'lock', on: 'log' },
    { task: 'c', verb: 'unlock', on: 'log' },
    { task: 'c', verb: 'unlock', on: 'm', to: { b: ready, c: returned } },
    {
      task: 'b',
      verb: 'lock',
      on: 'm',
      causes: [
        [2, 'birth'],
        [10, 'wake'],
        [6, 'order'],
      ],
    },
    { task: 'b', verb: 'unlock', on: 'm', causes: [[9, 'order']], to: { b: returned, main: ready } },
    {
      task: 'main',
      verb: 'wait',
      note: 'counter is 0',
      causes: [
        [6, 'join'],
        [10, 'join'],
        [12, 'join'],
      ],
      to: { main: returned },
    },
  ],
  schedule: 'main*3 a*3 c*4 b*2 main',
});
