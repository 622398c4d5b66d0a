import { ThreadPoolExecutor } from 'happens-before/threading';

const pages = new ThreadPoolExecutor(2);
const pictures = new ThreadPoolExecutor(1);

async function picture() {
  return 1;
}

async function page(title: string) {
  await pictures.submit(picture).result();
  console.log(title);
}

const one = pages.submit(page, 'news');
const two = pages.submit(page, 'sport');
await one.result();
await two.result();
