import type { Cause, Change, End, Event, Measured, Place, Resource, Task, TaskState, Trace, Unawaited, Waiting } from '#trace';
import { amount, count, flag, isTrue, listOf, oneOf, record, text, valuesOf, variant, type Guard, type Of } from './shape.ts';

const kind = text(20);
const name = text(300);
const words = text(2_000);
const page = text(200_000);

export const place = record<Place>({ line: count, column: count, file: name }, 'file');
const task = record<Task>(
  {
    id: count,
    name,
    kind: oneOf<Task['kind']>({ main: true, goroutine: true, thread: true, async: true, timer: true, invocation: true }),
    parent: count,
    born: place,
  },
  'parent',
  'born',
);
const resource = record<Resource>(
  {
    id: count,
    kind: oneOf<Resource['kind']>({
      variable: true,
      object: true,
      channel: true,
      mutex: true,
      rwmutex: true,
      waitgroup: true,
      lock: true,
      queue: true,
      condition: true,
      semaphore: true,
      once: true,
      atomic: true,
      promise: true,
      timer: true,
      cores: true,
      output: true,
      other: true,
    }),
    name,
    capacity: amount,
    made: place,
  },
  'capacity',
  'made',
);

const held = { kind, reason: words, resource: count, heldBy: count, behind: isTrue };
const state = variant<TaskState>({
  ready: record({ kind }),
  blocked: record<Of<TaskState, 'blocked'>>(held, 'resource', 'heldBy', 'behind'),
  sleeping: record({ kind, until: amount }),
  working: record({ kind, until: amount }),
  returned: record({ kind }),
  failed: record({ kind, message: page }),
  stuck: record<Of<TaskState, 'stuck'>>(held, 'resource', 'heldBy', 'behind'),
});

const cause = record<Cause>(
  { step: count, kind: oneOf<Cause['kind']>({ value: true, wake: true, birth: true, join: true, order: true }), value: page },
  'value',
);
const event = record<Event>(
  {
    step: count,
    task: count,
    time: amount,
    place,
    verb: name,
    resource: count,
    value: page,
    flow: oneOf<NonNullable<Event['flow']>>({ in: true, out: true }),
    partner: count,
    note: words,
    point: flag,
    causes: listOf(cause, 1_000),
    changes: listOf(record<Change>({ task: count, to: state }), 1_000),
    races: listOf(count, 5_000),
    others: listOf(count, 5_000),
    forced: flag,
  },
  'place',
  'resource',
  'value',
  'flow',
  'partner',
  'note',
);

const waiting = record<Waiting>(
  { task: count, reason: words, resource: count, heldBy: count, behind: isTrue, since: count, place },
  'resource',
  'heldBy',
  'behind',
  'place',
);
const failed = { kind, task: count, message: page, place };
const end = variant<End>({
  ok: record({ kind }),
  deadlock: record({ kind, waiting: listOf(waiting), cycle: listOf(count) }),
  panic: record<Of<End, 'panic'>>(failed, 'place'),
  error: record<Of<End, 'error'>>(failed, 'place'),
  livelock: record<Of<End, 'livelock'>>(failed, 'place'),
});

/** Every number that names a task or a step names one that is there, so that whoever draws the trace can index by it. */
function isConnected(trace: Trace): boolean {
  const tasks = new Set(trace.tasks.map((each) => each.id));
  const resources = new Set(trace.resources.map((each) => each.id));
  return trace.events.every(
    (each, index) =>
      each.step === index + 1 &&
      tasks.has(each.task) &&
      (each.resource === undefined || resources.has(each.resource)) &&
      each.causes.every((one) => one.step <= trace.events.length) &&
      each.changes.every((one) => tasks.has(one.task)),
  );
}

const figures = valuesOf(amount, 100);
const measured = record<Measured>({ kind, name, note: words, numbers: valuesOf(figures, 20), series: valuesOf(listOf(figures, 5_000), 20) }, 'note');

const shape = record<Trace>({
  version: ((value: unknown) => value === 1) as Guard<1>,
  mode: oneOf<Trace['mode']>({ preemptive: true, cooperative: true, cpython: true }),
  tasks: listOf(task, 5_000),
  resources: listOf(resource, 5_000),
  events: listOf(event),
  end,
  leaks: listOf(waiting, 5_000),
  output: listOf(page),
  measured: listOf(measured, 200),
  unawaited: listOf(record<Unawaited>({ call: name, place }, 'place'), 100),
  schedule: page,
}, 'measured', 'unawaited');

export const isTrace: Guard<Trace> = (value): value is Trace => shape(value) && isConnected(value);
