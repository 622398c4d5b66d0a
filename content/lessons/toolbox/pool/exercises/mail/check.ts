import { check } from 'happens-before/check';
import { Pool, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** A pool of one sheet that counts what is given back. */
function counted() {
  const sheet = ['old'];
  let puts = 0;
  const sheets = {
    get: async () => sheet,
    put: (back: string[]) => {
      if (back === sheet) puts++;
    },
  };
  return { sheets, puts: () => puts };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a used sheet',
      async play({ mail }) {
        const sheets = new Pool<string[]>(() => []);
        sheets.put(['Dear Ann', 'you owe us 900', 'pay by Friday']);
        let sent: string[] = [];
        await mail(sheets, ['Dear Bo', 'hello'], async (sheet) => {
          sent = [...sheet];
        });
        return sent;
      },
      expect: ['Dear Bo', 'hello'],
    },
    {
      name: 'two letters at the same time',
      async play({ mail }) {
        const sheets = new Pool<string[]>(() => []);
        const sent: Record<string, string[]> = { Ann: [], Bo: [] };
        const wg = new WaitGroup();
        for (const name of ['Ann', 'Bo']) {
          wg.go(() =>
            mail(sheets, [name], async (sheet) => {
              await Promise.resolve();
              sent[name] = [...sheet];
            }),
          );
        }
        await wg.wait();
        return [sent.Ann, sent.Bo];
      },
      expect: [['Ann'], ['Bo']],
    },
    {
      name: 'given back once',
      async play({ mail }) {
        const { sheets, puts } = counted();
        await mail(sheets, ['Dear Cy'], async () => {});
        return puts();
      },
      expect: 1,
    },
    {
      name: 'a letter that cannot be sent',
      async play({ mail }) {
        const { sheets, puts } = counted();
        let told = 'nothing';
        try {
          await mail(sheets, ['Dear Cy'], async () => {
            throw new Error('no such street');
          });
        } catch (error) {
          told = (error as Error).message;
        }
        return [told, puts()];
      },
      expect: ['no such street', 1],
    },
  ],
  mistakes: {
    overwrites: {
      verdict: 'wrong-result',
      scene: 'a used sheet',
      got: ['Dear Bo', 'hello', 'pay by Friday'],
      say: 'You write over what was there, line for line. The old letter was longer, and its end is still on the sheet.',
    },
    'empties-afterwards': {
      verdict: 'wrong-result',
      scene: 'a used sheet',
      code: /length = 0;\s*sheets\.put/,
      say: 'You leave the sheet clean for the next one. The one before you has not, and you have sent what was on it. Whom can you rely on, when you get a sheet?',
    },
    dirty: {
      verdict: 'wrong-result',
      scene: 'a used sheet',
      code: /^(?![^]*(length = 0|splice))/,
      say: 'Something was on the sheet already, and it has been sent along. A pool gives out what it got, as it got it.',
    },
    'too-soon': {
      verdict: 'wrong-result',
      scene: 'two letters at the same time',
      say: 'The sheet was given back before it was sent, and somebody else has written on it in the meantime. Until when do you need it?',
    },
    'never-gives-back': {
      verdict: 'wrong-result',
      scene: 'given back once',
      got: 0,
      say: 'The sheet is never given back. It works, and each letter needs new paper: then you need no pool.',
    },
    'gives-back-twice': {
      verdict: 'wrong-result',
      scene: 'given back once',
      got: 2,
      say: 'The same sheet is in the pool twice. Two people will get it, and both will believe that it is theirs alone.',
    },
    swallows: {
      verdict: 'wrong-result',
      scene: 'a letter that cannot be sent',
      got: ['nothing', 1],
      say: 'The letter was not sent, and nobody is told.',
    },
    'loses-the-sheet': {
      verdict: 'wrong-result',
      scene: 'a letter that cannot be sent',
      say: 'When sending fails, the sheet does not come back. What runs on every way out?',
    },
  },
});
