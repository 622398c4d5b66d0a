import type {
  Account,
  Bucket,
  S3Event,
  Table,
} from 'happens-before/lambda';

/** The bucket: what is in it, and whom it tells. */
export type Photos = Pick<Bucket, 'get' | 'notify'>;

/** What is kept for each key. Add what you need. */
export interface Row {
  readonly isShown: boolean;
  readonly size: number;
}

/** The rows, by key. Each method is one step, or throws. */
export type Gallery = Pick<
  Table<Row>,
  'get' | 'put' | 'update' | 'delete'
>;

/** Keeps the gallery as the bucket is. */
export function deploy(
  account: Account,
  photos: Photos,
  gallery: Gallery,
) {
  const index = account.function({
    name: 'index',
    handler: async ({ Records }: S3Event) => {
      for (const { s3 } of Records) {
        const { key, size } = s3.object;
        const photo = await photos.get(key);
        if (photo !== undefined)
          await gallery.put(key, { isShown: true, size });
        else await gallery.delete(key);
      }
    },
  });
  photos.notify(index);
  return index;
}
