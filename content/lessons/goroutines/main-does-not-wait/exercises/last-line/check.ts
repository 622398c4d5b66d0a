import { check } from 'happens-before/check';
import { chan, Mutex, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** Paper on which a line is half written before it is whole. */
function paper() {
  const whole = chan<string>(10);
  const pen = new Mutex();
  return {
    async write(line: string) {
      if (!pen.tryLock()) throw new Error('two lines at once');
      await whole.send(line);
      pen.unlock();
    },
    async read() {
      const lines: string[] = [];
      while (whole.length > 0) {
        lines.push((await whole.receive())!);
      }
      return lines;
    },
  };
}

const says = (...lines: string[]) => ({
  async play({ openLog }: typeof Answer) {
    const sheet = paper();
    const log = openLog(sheet.write);
    for (const line of lines) await log.say(line);
    await log.close();
    return await sheet.read();
  },
  expect: lines,
  maxSteps: 300,
});

export default check<typeof Answer>({
  scenes: [
    { name: 'one line', ...says('stopping') },
    { name: 'nothing to say', ...says() },
    { name: 'three lines', ...says('stop', 'stopping', 'gone') },
    {
      name: 'two tasks talk',
      async play({ openLog }) {
        const sheet = paper();
        const log = openLog(sheet.write);
        const tasks = new WaitGroup();
        tasks.go(() => log.say('a is done'));
        tasks.go(() => log.say('b is done'));
        await tasks.wait();
        await log.close();
        const lines = await sheet.read();
        return lines.sort();
      },
      expect: ['a is done', 'b is done'],
    },
    {
      name: 'a pen that is dry at first',
      async play({ openLog }) {
        const ink = chan<void>();
        const sheet = paper();
        const log = openLog(async (line) => {
          await ink.receive();
          await sheet.write(line);
        });
        const colours = ['red', 'blue', 'black', 'green', 'pink', 'grey', 'gold', 'teal', 'plum', 'lime'];
        for (const colour of colours) await log.say(colour);
        ink.close();
        await log.close();
        const lines = await sheet.read();
        return [lines.length, lines[0], lines[9]];
      },
      expect: [10, 'red', 'lime'],
    },
    {
      name: 'closed twice',
      async play({ openLog }) {
        const sheet = paper();
        const log = openLog(sheet.write);
        await log.say('once');
        await log.close();
        await log.close();
        return await sheet.read();
      },
      expect: ['once'],
    },
    {
      name: 'closed by two',
      async play({ openLog }) {
        const whole = chan<string>(1);
        const log = openLog((line) => whole.send(line));
        await log.say('the roof is on fire');
        const tasks = new WaitGroup();
        const written = [0, 0];
        for (const task of [0, 1]) {
          tasks.go(async () => {
            await log.close();
            written[task] = whole.length;
          });
        }
        await tasks.wait();
        return [...written];
      },
      expect: [1, 1],
    },
  ],
  mistakes: {
    'waits-for-empty': {
      verdict: 'livelock',
      code: /\.length[^;]*sleep\(/,
      say: 'Looking at the pile again and again keeps `main` busy, and tells it the wrong thing: the pile is empty as soon as the last line is picked up, and that line is not written yet.',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /sleep\(/,
      say: 'Five seconds are long, and there is an order in which the writer has not moved. The writer knows when it is finished. Let it say so.',
    },
    'done-too-early': {
      verdict: 'wrong-result',
      scene: 'one line',
      code: /\.wait\(/,
      say: 'The line is counted as done when it is picked up. After that it still has to be written, and nobody waits for that. Which is the last thing that has to happen?',
    },
    'hangs-up': {
      verdict: 'wrong-result',
      scene: 'one line',
      code: /^(?![\s\S]*\.(receive|wait)\()[\s\S]*\.close\(/,
      say: 'The writer has been told that nothing more will come, and you leave without asking whether it has finished. Closing informs; it does not wait.',
    },
    'leaves-lines': {
      verdict: 'wrong-result',
      code: /select\(/,
      say: 'A line had been said, and the word to stop as well. `select` may take either of them first, and your writer goes home with a line still in the channel.',
    },
    'passes-it-on': {
      verdict: 'wrong-result',
      scene: 'one line',
      code: /\bgo\((async )?\(\)\s*=>\s*(await )?write/,
      say: 'The writer writes nothing. It starts a goroutine for each line, tells you that it has finished, and so it has; those that it started have not.',
    },
    'a-writer-each': {
      verdict: 'wrong-result',
      scene: 'three lines',
      say: 'Each line has a goroutine of its own, and goroutines keep no order among themselves. A log whose lines change places is worse than none. One writer, and a queue in front of it.',
    },
    'keeps-the-writer': {
      verdict: 'leak',
      scene: 'one line',
      say: 'All is written when `close` returns. The writer does not know that it is over, though, and waits for a line that nobody will say.',
    },
    'waits-first': {
      verdict: 'deadlock',
      scene: 'one line',
      say: 'You wait for the writer to finish, and it finishes when the channel is closed, which is your next line. Tell it first, wait second.',
    },
    'writes-itself': {
      verdict: 'error',
      message: /two lines at once/,
      say: 'Nothing is lost if everybody writes for himself, but two tasks have one sheet of paper, and they wrote on it at the same time. Besides, whoever speaks has to wait for the pen.',
    },
    'room-for-two': {
      verdict: 'deadlock',
      scene: 'a pen that is dry at first',
      code: /chan<string>\(\d/,
      say: 'There is room for some lines, and for fewer than ten. The one who says the next waits for the pen, and here that is the one who brings the ink.',
    },
    'no-room': {
      verdict: 'deadlock',
      scene: 'a pen that is dry at first',
      say: 'Nobody can say a second line before the first is written. The speakers wait for the pen, and here the one who brings the ink is a speaker. Where could ten lines lie while they wait?',
    },
    'closes-twice': {
      verdict: 'panic',
      message: /close of closed channel/,
      say: 'The second `close` of the log closes the channel a second time. Something runs a function once, whoever asks and however often.',
    },
    'leaves-it-to-the-first': {
      verdict: 'wrong-result',
      scene: 'closed by two',
      say: 'Whoever comes second finds that the log is being closed, and leaves, while a line is still being written. Closing is for one of them; waiting is for both.',
    },
    'one-word': {
      verdict: 'deadlock',
      scene: 'closed twice',
      say: 'The writer says once that it has finished, and the first caller of `close` hears it. The second waits for a word that has been said already. How could it be said to all who ask, now and later?',
    },
  },
});
