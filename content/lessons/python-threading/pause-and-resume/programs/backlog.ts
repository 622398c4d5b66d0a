import {
  Event,
  Full,
  Queue,
  Thread,
} from 'happens-before/threading';

const backlog = new Queue<string>(2);
const running = new Event(); // paused

async function serve() {
  for (let i = 0; i < 2; i += 1) {
    await running.wait();
    console.log('serves', await backlog.get());
  }
}

new Thread({ target: serve, name: 'server' }).start();
for (const client of ['ada', 'bob', 'eve']) {
  try {
    backlog.putNowait(client);
  } catch (error) {
    if (!(error instanceof Full)) throw error;
    console.log(client, 'is refused');
  }
}
running.set();
