/**
 * The script of the frame. It has an opaque origin and no learner's code ever runs in it; it only starts one-shot workers,
 * counts what they say, and passes it on. One spare worker always waits, so that a run begins at once and in a fresh realm.
 *
 * Built into a single inline script whose hash stands in the frame's and in the page's content policy.
 */
import { frameUp, over, up, type Assignment, type FromSupervisor, type ToSupervisor } from './protocol.ts';

interface Current {
  readonly job: number;
  readonly worker: Worker;
  readonly assignment: Assignment;
  replies: number;
}

let page: MessagePort | undefined;
let engine = '';
/** WebKit refuses blob: workers in an isolated opaque origin; data: works there, and only there is it needed. */
let kind: 'blob' | 'data' = 'blob';
let address = '';
let spare: Worker | undefined;
let current: Current | undefined;

const say = (message: FromSupervisor): void => page?.postMessage(message);

function addressOf(text: string): string {
  return kind === 'data'
    ? `data:text/javascript,${encodeURIComponent(text)}`
    : URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

function spawn(): Worker {
  const worker = new Worker((address ||= addressOf(engine)));
  let isUp = false;
  worker.onmessage = (event) => {
    if (event.data === up && !isUp) {
      isUp = true;
      if (worker === spare) say({ from: 'warm' });
    } else if (worker === current?.worker) {
      hear(current, event.data);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    if (!isUp && kind === 'blob') return useData(worker);
    if (worker === current?.worker) end(current, 'crashed', String(event.message ?? '').slice(0, 500));
  };
  return worker;
}

/** The first worker did not load from a blob: address: take data: from now on, and give its work to a new one. */
function useData(failed: Worker): void {
  kind = 'data';
  address = '';
  failed.terminate();
  if (spare === failed) spare = spawn();
  if (current?.worker === failed) begin(current.job, current.assignment, spawn());
}

function begin(job: number, assignment: Assignment, worker: Worker): void {
  current = { job, worker, assignment, replies: 0 };
  worker.postMessage(assignment);
  say({ from: 'begun', job });
}

function hear(from: Current, data: unknown): void {
  if (data === over) return end(from, 'over', '');
  from.replies += 1;
  const { limits } = from.assignment;
  if (typeof data !== 'string' || data.length > limits.reply || from.replies > limits.replies) return end(from, 'flooded', '');
  say({ from: 'reply', job: from.job, text: data });
}

function end(from: Current, why: 'over' | 'crashed' | 'flooded', detail: string): void {
  from.worker.terminate();
  current = undefined;
  spare ??= spawn();
  say({ from: 'ended', job: from.job, why, detail });
}

function obey(message: ToSupervisor): void {
  if (message.to === 'ping') return say({ from: 'pong', n: message.n });
  if (message.to === 'load') {
    engine = message.engine;
    spare = spawn();
    return;
  }
  current?.worker.terminate();
  const worker = spare ?? spawn();
  spare = undefined;
  begin(message.job, message.assignment, worker);
}

addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== parent || page !== undefined || port === undefined) return;
  page = port;
  port.onmessage = (received: MessageEvent<ToSupervisor>) => obey(received.data);
});
parent.postMessage(frameUp, '*');
