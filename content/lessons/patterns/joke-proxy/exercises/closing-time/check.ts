import { check } from 'happens-before/check';
import { after, anyOf, atomic, chan } from 'happens-before/go';
import { close, context, go, now } from 'happens-before/go';
import { select, sleep } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;

/** For how long a visitor wants to stay, and needs to put things away. */
interface Visitor {
  readonly name: string;
  readonly at: number;
  readonly takes: number;
  readonly tidies?: number;
}

/** A day that ends at 10: what happened, and when. */
async function day({ serve }: typeof Answer, visitors: Visitor[]) {
  const door = chan<string>();
  const [stop, ring] = context.withCancel(context.background());
  const log = chan<string>(20);
  const isReleased = new atomic.Bool();

  for (const { name, at } of visitors) {
    go(name, async () => {
      await sleep(at);
      const came = await select(
        door.onSend(name, () => true),
        after(5).onReceive(() => false),
      );
      if (!came) await log.send(`${name} stays outside`);
    });
  }
  go('bell', async () => {
    await sleep(10);
    ring();
  });

  const handle = async (ctx: Ctx, name: string) => {
    const one = visitors.find((other) => other.name === name)!;
    const how = await select(
      after(one.takes).onReceive(() => 'served'),
      ctx.done().onReceive(() => `cut off: ${context.cause(ctx)}`),
    );
    if (one.tidies) await sleep(one.tidies);
    const missing = isReleased.load() ? ', and nothing left' : '';
    await log.send(`${name} ${how} at ${now()}${missing}`);
  };
  await serve(stop, door, handle, async () => {
    isReleased.store(true);
    await log.send(`released at ${now()}`);
  });
  await log.send(`closed at ${now()}`);
  await sleep(10);
  close(log);
  const lines: string[] = [];
  for await (const line of log) lines.push(line);
  return lines;
}

const end = (at: number) => [`released at ${at}`, `closed at ${at}`];

export default check<typeof Answer>({
  scenes: [
    {
      name: 'nobody is inside',
      play: (answer) => day(answer, []),
      expect: end(10),
      timers: 'patient',
    },
    {
      name: 'two are served before it closes',
      play: (answer) =>
        day(answer, [
          { name: 'ada', at: 0, takes: 6 },
          { name: 'ben', at: 1, takes: 3 },
        ]),
      expect: ['ben served at 4', 'ada served at 6', ...end(10)],
      timers: 'patient',
    },
    {
      name: 'one is inside when it closes',
      play: (answer) =>
        day(answer, [{ name: 'ada', at: 0, takes: 30 }]),
      expect: ['ada served at 30', ...end(30)],
      timers: 'patient',
    },
    {
      name: 'one does not finish',
      play: (answer) =>
        day(answer, [{ name: 'ada', at: 0, takes: 60_000 }]),
      expect: ['ada cut off: Error: closing at 110', ...end(110)],
      timers: 'patient',
    },
    {
      name: 'one has to put things away',
      play: (answer) =>
        day(answer, [
          { name: 'ada', at: 0, takes: 60_000, tidies: 7 },
        ]),
      expect: ['ada cut off: Error: closing at 117', ...end(117)],
      timers: 'patient',
    },
    {
      name: 'one comes as it closes',
      play: (answer) =>
        day(answer, [{ name: 'ada', at: 10, takes: 30 }]),
      expect: (seen: unknown) => {
        const inside = ['ada served at 40', ...end(40)];
        const outside = [...end(10), 'ada stays outside'];
        return [`${inside}`, `${outside}`].includes(`${seen}`);
      },
      timers: 'patient',
    },
    {
      name: 'whatever the world does',
      async play(answer) {
        const ada = await anyOf([5, 50, 60_000]);
        const ben = await anyOf([5, 70, 60_000]);
        const seen = await day(answer, [
          { name: 'ada', at: 0, takes: ada },
          { name: 'ben', at: 1, takes: ben },
        ]);
        const last = Math.min(110, Math.max(10, ada, ben + 1));
        const [released, closed] = seen.slice(-2);
        const isEnd = `${[released, closed]}` === `${end(last)}`;
        if (isEnd && seen.length === 4) return 'as it should be';
        return `ada takes ${ada}, ben ${ben}: ${seen.join(', ')}`;
      },
      expect: 'as it should be',
      timers: 'patient',
    },
  ],
  mistakes: {
    'until-the-door-is-closed': {
      verdict: 'deadlock',
      scene: 'nobody is inside',
      say: 'The bell has rung, and you stand at the door and wait for the next one: nobody closes it, `stop` ends. Listen to both.',
    },
    'one-after-another': {
      verdict: 'wrong-result',
      scene: 'two are served before it closes',
      say: 'ben was served only when ada was done, or not at all. Each visitor has a goroutine of their own; the loop goes straight back to the door.',
    },
    'closes-under-them': {
      verdict: 'wrong-result',
      scene: 'one is inside when it closes',
      code: /release\(\)[\s\S]*\.wait\(\)|^(?![\s\S]*WaitGroup)/,
      say: 'Somebody was inside when what all of them need was closed. First they go, then it is released.',
    },
    'stop-is-their-end': {
      verdict: 'wrong-result',
      scene: 'one is inside when it closes',
      say: 'The closing bell cut off a visitor who had 100 ms left: their context is `stop`, or lies below it. The end of the day is not the end of those inside.',
    },
    'always-the-whole-time': {
      verdict: 'wrong-result',
      scene: 'nobody is inside',
      say: 'Nobody is inside, and the server sits there for its 100 ms. Wait for them *or* for the clock, whichever comes first.',
    },
    'waits-for-ever': {
      verdict: 'wrong-result',
      scene: 'one does not finish',
      code: /^(?![\s\S]*\b100\b)/,
      say: 'One visitor does not finish, and the whole server waits, a minute and longer. After 100 ms, end their context.',
    },
    'without-a-reason': {
      verdict: 'wrong-result',
      scene: 'one does not finish',
      code: /withCancel\(/,
      say: 'They were cut off in time, and nobody told them why. A cancel that takes a cause writes it into their context.',
    },
    'twice-for-good-measure': {
      verdict: 'wrong-result',
      scene: 'one does not finish',
      code: /release\(\)[\s\S]*release\(\)/,
      say: 'It was released once when the time was over, and once more in the end; and the first time, somebody was still inside. There is one moment for it: after the last one has gone.',
    },
    'goes-home-first': {
      verdict: 'wrong-result',
      scene: 'one does not finish',
      say: 'They were told to go, and you did not wait until they had gone: one was still inside when it was released. To cancel is to ask. Wait for the answer.',
    },
  },
});
