import { blocked, makeTrace, ready, returned } from './build.ts';

/** A sender and a receiver meet; once the receiver is first, once the sender. */
export const handOver = makeTrace({
  tasks: ['worker'],
  resources: [
    ['jobs', 'channel', 0],
    ['output', 'output'],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'worker', line: 8, to: { worker: ready } },
    {
      task: 'worker',
      verb: 'receive',
      on: 'jobs',
      line: 4,
      others: ['main'],
      causes: [[1, 'birth']],
      to: { worker: blocked('chan receive', 1) },
    },
    { task: 'main', verb: 'send', on: 'jobs', out: '7', partner: 'worker', line: 9, to: { worker: ready } },
    { task: 'main', verb: 'send', on: 'jobs', line: 10, others: ['worker'], to: { main: blocked('chan send', 1) } },
    { task: 'worker', verb: 'print', on: 'output', out: '7', line: 5, causes: [[3, 'value', '7']] },
    { task: 'worker', verb: 'receive', on: 'jobs', in: '8', partner: 'main', line: 4, causes: [[4, 'value', '8']], to: { main: ready } },
    { task: 'worker', verb: 'print', on: 'output', out: '8', line: 5, others: ['main'] },
    { task: 'worker', verb: 'end', others: ['main'], to: { worker: returned } },
    { task: 'main', verb: 'end', causes: [[6, 'wake']], to: { main: returned } },
  ],
  output: ['7', '8'],
  schedule: 'main worker main*2 worker*4 main',
});

/** Two slots between a producer and a consumer; the producer waits when they are full, and closes at the end. */
export const buffered = makeTrace({
  tasks: ['producer'],
  resources: [['shelf', 'channel', 2]],
  events: [
    { task: 'main', verb: 'go', partner: 'producer', line: 12, to: { producer: ready } },
    { task: 'producer', verb: 'send', on: 'shelf', out: '1', line: 4, others: ['main'], causes: [[1, 'birth']] },
    { task: 'producer', verb: 'send', on: 'shelf', out: '2', line: 4, others: ['main'], to: { producer: blocked('chan send', 1) } },
    { task: 'main', verb: 'receive', on: 'shelf', in: '1', line: 14, causes: [[2, 'value', '1']], to: { producer: ready } },
    {
      task: 'main',
      verb: 'receive',
      on: 'shelf',
      in: '2',
      line: 14,
      others: ['producer'],
      causes: [[3, 'value', '2']],
      to: { main: blocked('chan receive', 1) },
    },
    { task: 'producer', verb: 'send', on: 'shelf', out: '3', line: 4, causes: [[4, 'wake']], to: { main: ready } },
    {
      task: 'main',
      verb: 'receive',
      on: 'shelf',
      in: '3',
      line: 14,
      others: ['producer'],
      causes: [[6, 'value', '3']],
      to: { main: blocked('chan receive', 1) },
    },
    { task: 'producer', verb: 'close', on: 'shelf', line: 6, to: { main: ready, producer: returned } },
    { task: 'main', verb: 'receive', on: 'shelf', note: 'closed', causes: [[8, 'wake']], to: { main: returned } },
  ],
  schedule: 'main producer*2 main*2 producer main producer main',
});

/** The caller takes the first answer and leaves; the slower worker can never hand over its own. */
export const leak = makeTrace({
  tasks: ['fast', 'slow'],
  resources: [['answers', 'channel', 0]],
  events: [
    { task: 'main', verb: 'go', partner: 'fast', line: 10, to: { fast: ready } },
    { task: 'main', verb: 'go', partner: 'slow', line: 11, others: ['fast'], to: { slow: ready } },
    { task: 'main', verb: 'receive', on: 'answers', line: 12, others: ['fast', 'slow'], to: { main: blocked('chan receive', 1) } },
    {
      task: 'fast',
      verb: 'send',
      on: 'answers',
      out: '"hello"',
      partner: 'main',
      line: 5,
      others: ['slow'],
      causes: [[1, 'birth']],
      to: { main: ready },
    },
    { task: 'fast', verb: 'end', others: ['main', 'slow'], to: { fast: returned } },
    { task: 'slow', verb: 'send', on: 'answers', line: 5, others: ['main'], causes: [[2, 'birth']], to: { slow: blocked('chan send', 1) } },
    { task: 'main', verb: 'end', causes: [[4, 'value', '"hello"']], to: { main: returned } },
  ],
  leaks: (id) => [{ task: id('slow'), reason: 'chan send', resource: 1, since: 6, place: { line: 5, column: 1 } }],
  schedule: 'main*3 fast*2 slow main',
});

/** A select that finds nobody ready takes its default; asked again, it takes the value. */
export const selectDefault = makeTrace({
  tasks: ['worker'],
  resources: [
    ['news', 'channel', 1],
    ['quit', 'channel', 0],
  ],
  events: [
    { task: 'main', verb: 'go', partner: 'worker', line: 9, to: { worker: ready } },
    { task: 'main', verb: 'select', note: 'took default', line: 11, others: ['worker'] },
    { task: 'worker', verb: 'send', on: 'news', out: '"rain"', line: 4, others: ['main'], forced: true, causes: [[1, 'birth']] },
    { task: 'worker', verb: 'end', others: ['main'], to: { worker: returned } },
    { task: 'main', verb: 'select', on: 'news', in: '"rain"', line: 11, causes: [[3, 'value', '"rain"']] },
    { task: 'main', verb: 'close', on: 'quit', line: 15 },
    { task: 'main', verb: 'end', to: { main: returned } },
  ],
  schedule: 'main*2 worker*2 main*3',
});
