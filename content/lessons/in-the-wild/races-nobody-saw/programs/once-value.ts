import { onceValue, WaitGroup } from 'happens-before/go';

const book = onceValue(async () => {
  const words = new Map<string, string>();
  words.set('sea', 'mer');
  return words;
});

const readers = new WaitGroup();
for (let i = 0; i < 2; i++) {
  readers.go(async () => {
    console.log((await book()).get('sea'));
  });
}
await readers.wait();
