import { check } from 'happens-before/check';
import { Event, SimpleQueue, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

const started = (name: string, target: () => Promise<unknown>) => {
  const thread = new Thread({ name, target });
  thread.start();
  return thread;
};

/** A job, and how many of it have begun and ended. */
function jobs() {
  const begun = new SimpleQueue<string>();
  const ended = new SimpleQueue<string>();
  return {
    async job() {
      begun.putNowait('begun');
      await null;
      ended.putNowait('ended');
    },
    begun: () => begun.qsize(),
    ended: () => ended.qsize(),
  };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a job has begun',
      maxSteps: 300,
      async play({ makeGate }) {
        const gate = makeGate();
        const begun = new Event();
        const may = new Event();
        let ended = false;
        const server = started('server', () =>
          gate.serve(async () => {
            begun.set();
            await may.wait();
            ended = true;
          }),
        );
        await begun.wait();
        const foreman = started('foreman', async () => may.set());
        await gate.pause();
        const atPause = ended;
        await gate.resume();
        await server.join();
        await foreman.join();
        return atPause;
      },
      expect: true,
    },
    {
      name: 'a job fails',
      maxSteps: 300,
      async play({ makeGate }) {
        const gate = makeGate();
        let thrown: unknown;
        try {
          await gate.serve(async () => {
            throw 'no paper';
          });
        } catch (error) {
          thrown = error;
        }
        await gate.pause();
        return thrown;
      },
      expect: 'no paper',
    },
    {
      name: 'a job comes during the pause',
      maxSteps: 300,
      async play({ makeGate }) {
        const gate = makeGate();
        const { job, begun, ended } = jobs();
        const server = started('server', () => gate.serve(job));
        await gate.pause();
        const atPause = begun() - ended();
        const before = begun();
        const later = begun();
        await gate.resume();
        await server.join();
        return { atPause, begins: later - before, ended: ended() };
      },
      expect: { atPause: 0, begins: 0, ended: 1 },
    },
    {
      name: 'a job comes while the pause waits for another',
      maxSteps: 300,
      async play({ makeGate }) {
        const gate = makeGate();
        const { job, begun, ended } = jobs();
        const isIn = new Event();
        const may = new Event();
        const first = started('first', () =>
          gate.serve(async () => {
            isIn.set();
            await may.wait();
          }),
        );
        await isIn.wait();
        const late = started('late', () => gate.serve(job));
        const foreman = started('foreman', async () => may.set());
        await gate.pause();
        const atPause = begun() - ended();
        const before = begun();
        const later = begun();
        await gate.resume();
        for (const thread of [first, late, foreman]) await thread.join();
        return { atPause, begins: later - before, ended: ended() };
      },
      expect: { atPause: 0, begins: 0, ended: 1 },
    },
    {
      name: 'two jobs meet',
      maxSteps: 300,
      async play({ makeGate }) {
        const gate = makeGate();
        const pen = new Event();
        const writer = started('writer', () =>
          gate.serve(() => pen.wait()),
        );
        await gate.serve(async () => pen.set());
        await writer.join();
        return 'met';
      },
      expect: 'met',
    },
    {
      name: 'two wait for the resume, and meet',
      maxSteps: 300,
      async play({ makeGate }) {
        const gate = makeGate();
        const pen = new Event();
        await gate.pause();
        const one = started('one', () => gate.serve(() => pen.wait()));
        const two = started('two', () =>
          gate.serve(async () => pen.set()),
        );
        await gate.resume();
        await one.join();
        await two.join();
        return 'met';
      },
      expect: 'met',
    },
  ],
  mistakes: {
    'no-finally': {
      verdict: 'deadlock',
      scene: 'a job fails',
      say: 'The job failed, and it still counts as being inside. The pause waits for somebody who left through the window.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'two jobs meet',
      say: 'A lock around the job makes every job wait for every other. A pause should keep the jobs apart from the backup, not from each other.',
    },
    'leaves-silently': {
      verdict: 'deadlock',
      scene: 'a job has begun',
      say: 'The last one has left, and told nobody. Whoever waits for an empty house has to hear the door.',
    },
    'wakes-one': {
      verdict: 'deadlock',
      scene: 'two wait for the resume, and meet',
      say: 'Two were waiting for the resume, and one was told. The other one is needed inside.',
    },
    'an-event-and-a-count': {
      verdict: 'livelock',
      say: 'You look at the count again and again, and in between there is no order in which you must ever stop. And who has passed the event and not yet been counted, you do not see.',
    },
    'a-sleep': {
      verdict: 'wrong-result',
      code: /sleep\(/,
      say: 'A minute is long, and a job may be longer. Wait for the job, not for the clock.',
    },
    'looks-once': {
      verdict: 'wrong-result',
      scene: 'a job comes while the pause waits for another',
      code: /if \(paused\) await/,
      say: 'Somebody who was leaving called out, and it was meant for the pause. Whoever waited for the resume heard it, too, did not look at the flag again, and went in.',
    },
    'counts-after-the-gate': {
      verdict: 'wrong-result',
      got: { atPause: 0, begins: 1, ended: 1 },
      say: 'Between passing the gate and being counted, a job is inside and on no list. The pause counts zero, and then it begins.',
    },
    'waits-then-pauses': {
      verdict: 'wrong-result',
      scene: 'a job comes during the pause',
      say: 'First you wait until the house is empty, then you shut the door. In between, somebody goes in.',
    },
    'only-a-flag': {
      verdict: 'wrong-result',
      say: 'The flag keeps out those who come. It says nothing about those who are in there, and `pause` does not wait for them.',
    },
  },
});
