import { Account } from 'happens-before/lambda';
import type { S3Event } from 'happens-before/lambda';

const account = new Account({ duplicates: 0 });
const photos = account.bucket({ name: 'photos' });
const gallery = account.table<boolean>({ name: 'gallery' });

const index = account.function({
  name: 'index',
  handler: async ({ Records }: S3Event) => {
    for (const { s3 } of Records) {
      const { key } = s3.object;
      // Not what the event says: what is there now.
      const photo = await photos.get(key);
      if (photo !== undefined) await gallery.put(key, true);
      else await gallery.delete(key);
    }
  },
});
photos.notify(index);

await photos.put('cat.jpg', 'whiskers');
await photos.delete('cat.jpg');
await account.drain();
const isShown = (await gallery.get('cat.jpg')) === true;
console.log(isShown ? 'a ghost' : 'no cat');
