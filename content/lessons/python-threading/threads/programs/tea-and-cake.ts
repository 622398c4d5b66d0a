import { Thread } from 'happens-before/threading';

async function serve(what: string) {
  console.log(what);
}

const tea = new Thread({ target: serve, args: ['tea'] });
const cake = new Thread({ target: serve, args: ['cake'] });
tea.start();
await tea.join();
cake.start();
console.log('enjoy');
await cake.join();
