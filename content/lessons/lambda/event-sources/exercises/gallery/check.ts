import { check } from 'happens-before/check';
import { Account, now, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

/** What an empty photo and a larger one weigh, as JSON. */
const small = '';
const large = 'whiskers';

/** An account with a bucket, and a gallery that opens at some time. */
function prepare(opens = 0) {
  const account = new Account({ duplicates: 0 });
  const photos = account.bucket({ name: 'photos' });
  const rows = account.table<Answer.Row>({ name: 'gallery' });
  const open = () => {
    if (now() < opens) throw new Error('throttled');
  };
  const gallery: Answer.Gallery = {
    get: (key) => rows.get(key),
    async put(key, row, options) {
      open();
      await rows.put(key, row, options);
    },
    async update(key, change, options) {
      open();
      return await rows.update(key, change, options);
    },
    async delete(key, options) {
      open();
      await rows.delete(key, options);
    },
  };
  async function shown() {
    await account.drain();
    const sizes: Record<string, number> = {};
    for (const key of ['cat', 'dog']) {
      const row = await rows.get(key);
      if (row?.isShown) sizes[key] = row.size;
    }
    return sizes;
  }
  return { account, photos, gallery, shown };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'put and deleted',
      async play({ deploy }) {
        const { account, photos, gallery, shown } = prepare();
        const index = deploy(account, photos, gallery);
        await photos.put('cat', small);
        await photos.delete('cat');
        const seen = await shown();
        return { ...seen, failed: index.metrics().Errors };
      },
      expect: { failed: 0 },
      timers: 'patient',
      maxRuns: 1000,
    },
    {
      name: 'replaced',
      async play({ deploy }) {
        const { account, photos, gallery, shown } = prepare();
        deploy(account, photos, gallery);
        await photos.put('cat', small);
        await photos.put('cat', large);
        return await shown();
      },
      expect: { cat: 10 },
      timers: 'patient',
      maxRuns: 1000,
    },
    {
      name: 'the gallery is busy for a second',
      async play({ deploy }) {
        const { account, photos, gallery, shown } = prepare(1000);
        deploy(account, photos, gallery);
        await photos.put('cat', small);
        await photos.put('dog', small);
        await sleep(2000);
        await photos.put('cat', large);
        return await shown();
      },
      expect: { cat: 10, dog: 2 },
      timers: 'patient',
      maxRuns: 1000,
    },
    {
      name: 'deleted and put again',
      async play({ deploy }) {
        const { account, photos, gallery, shown } = prepare();
        deploy(account, photos, gallery);
        await photos.put('cat', small);
        await photos.delete('cat');
        await photos.put('cat', large);
        return await shown();
      },
      expect: { cat: 10 },
      timers: 'patient',
      maxRuns: 1000,
    },
  ],
  mistakes: {
    'one-at-a-time': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      code: /reserved: 1\b/,
      say: 'One at a time is not in order. The one that is let in first may still be the later one, and the other is turned away and comes back afterwards.',
    },
    'looks-again': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      code: /photos\s*\.get\(/,
      say: 'What the bucket says is true at the moment of asking. Then somebody deletes the photo, another copy of the handler clears its row, and only now does this one write what it saw.',
    },
    remembers: {
      verdict: 'race',
      say: 'Two events may be handled in two environments, and each of them has a memory of its own. What has to be compared has to lie where both can see it.',
    },
    'by-the-clock': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      got: { cat: 2, failed: 0 },
      code: /eventTime \?\? ''\) >=|eventTime <=/,
      say: 'Both things happened within one millisecond, and so the deletion passes for something that is known already. What does S3 write into each record so that you need not ask the clock?',
    },
    'by-the-clock-or-equal': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      code: /eventTime/,
      say: 'Both things happened within one millisecond. Of two equal times the one that arrives last wins, which is how it was before. What does S3 write into each record so that you need not ask the clock?',
    },
    'fails-what-is-old': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      got: { failed: 3 },
      say: 'The gallery is right. But an event that comes too late is not a failure: it was tried three times, and then given up as lost. If there is nothing to do, return.',
    },
    'looks-first': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      code: /gallery\s*\.get\(/,
      say: 'You compare, and then you write. Between the two, the other event compares as well. Comparing and writing have to be one step.',
    },
    'forgets-what-was-deleted': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      code: /sequencer[\s\S]*gallery\s*\.delete\(/,
      say: 'The deletion came first and took the row away, and with it all that the gallery knew about this key. The older event finds nothing to be compared with.',
    },
    swallows: {
      verdict: 'wrong-result',
      scene: 'the gallery is busy for a second',
      got: { cat: 10 },
      say: 'Every failure passes for “somebody newer was here”, a busy gallery too. That event should have failed, to be tried again.',
    },
    'only-marks-what-is-gone': {
      verdict: 'wrong-result',
      scene: 'replaced',
      say: 'Two photos under one key can come in the wrong order too, and here the older one is shown. What would the row have to remember, so that somebody sees that?',
    },
    'gone-for-ever': {
      verdict: 'wrong-result',
      scene: 'deleted and put again',
      say: 'What was deleted once is never shown again. “Deleted” is a state like any other, and has a sequencer like any other: something newer may follow.',
    },
    'trusts-the-order': {
      verdict: 'wrong-result',
      scene: 'put and deleted',
      got: { cat: 2, failed: 0 },
      say: 'The deletion was handled first, and then the photo was put into the gallery. Nobody promised another order. Which of the two is newer? The records say so.',
    },
  },
});
