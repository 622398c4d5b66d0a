import { local, Thread } from 'happens-before/threading';

const settings = new local<{ language: string }>();
settings.language = 'en';

async function greet() {
  console.log(settings.language);
}

const thread = new Thread({ target: greet, name: 'greeter' });
thread.start();
await thread.join();
console.log('main:', settings.language);
