import {
  after,
  chan,
  select,
  type Chan,
} from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  const silence = chan<string>();
  for (let over = false; !over; ) {
    await select(
      left.onReceive((word, ok) => {
        if (ok) words.push(word!);
        else left = silence;
      }),
      right.onReceive((word, ok) => {
        if (ok) words.push(word!);
        else right = silence;
      }),
      after(1000).onReceive(() => {
        over = true;
      }),
    );
  }
  return words;
}
