import { WaitGroup } from 'happens-before/go';

let book: Map<string, string> | undefined;

async function translate(word: string) {
  if (book === undefined) {
    book = new Map();
    book.set('sea', 'mer');
  }
  return book.get(word);
}

const readers = new WaitGroup();
for (let i = 0; i < 2; i++) {
  readers.go(async () => {
    console.log(await translate('sea'));
  });
}
await readers.wait();
