/**
 * The first and only script of a worker: the engine, in a realm that is closed before any learner's code is read.
 *
 * A worker serves one request and is thrown away; where hand-ins are graded, the requests of one hand-in. Everything here runs before the request arrives, so it may use the
 * built-ins freely; what runs after it may too, because by then they are frozen.
 */
import { handle, hideMarks, sameEverywhere, sharedObjects, type Reply, type Request } from '#engine';
import { over, up, type Assignment, type Limits } from '../protocol.ts';
import { removeGlobals } from './allow-list.ts';
import { withinBudget } from './budget.ts';
import { freezeIntrinsics } from './intrinsics.ts';
import { takeAway } from './take-away.ts';

interface WorkerScope {
  postMessage(message: string): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown; stopImmediatePropagation?(): void }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = scope.postMessage.bind(scope);
const now = performance.now.bind(performance);
let begun = false;

scope.addEventListener('message', (event) => {
  event.stopImmediatePropagation?.();
  if (begun) return;
  begun = true;
  const { request, more = [], limits } = event.data as Assignment;
  for (const each of [request, ...more]) serve(each, limits);
});

function serve(request: string, limits: Limits): void {
  const send = (reply: Reply): void => {
    const text = JSON.stringify(reply);
    post(text.length <= limits.reply ? text : JSON.stringify(tooLong));
  };
  try {
    handle(JSON.parse(request) as Request, withinBudget(limits, send), { now, maxExploreMs: limits.exploreMs });
  } catch (error) {
    send(failed(error));
  }
  post(over);
}

const tooLong: Reply = {
  kind: 'stopped',
  title: 'the result is too long to show',
  text: 'Why:    the run has more steps, or longer values, than the page can draw.\nTry:    fewer rounds of the loop, or smaller values.',
};

function failed(error: unknown): Reply {
  const nested = error instanceof RangeError && /call stack|recursion/i.test(error.message);
  const text = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return nested
    ? {
        kind: 'stopped',
        title: 'too many calls inside one another',
        text: 'Why:    a function calls itself and never comes to an end.\nTry:    check the case in which it must stop.',
      }
    : {
        kind: 'stopped',
        title: '[internal] the engine failed',
        text: `This is a fault of the course, not of your program. Please send this text.\n${text.slice(0, 4000)}`,
      };
}

sameEverywhere();
takeAway();
removeGlobals(globalThis);
hideMarks();
freezeIntrinsics(globalThis, sharedObjects());
post(up);
