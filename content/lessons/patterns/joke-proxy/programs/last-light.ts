import { context, Mutex } from 'happens-before/go';
import { WaitGroup } from 'happens-before/go';

const mu = new Mutex();
const calls = new Map<string, context.Context>();
const root = context.background();
const [call, cancel] = context.withCancel(root);
calls.set('joke 7', call);

async function lastOneLeaves() {
  cancel();
  await mu.lock();
  calls.delete('joke 7');
  mu.unlock();
}

async function nextOneComes() {
  await mu.lock();
  const found = calls.get('joke 7');
  mu.unlock();
  if (!found) console.log('begins a new call');
  else if (found.err()) console.log('joins a dead call');
  else console.log('joins a call that is about to die');
}

const both = new WaitGroup();
both.go(lastOneLeaves);
both.go(nextOneComes);
await both.wait();
