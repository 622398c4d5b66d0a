import { Mutex, WaitGroup } from 'happens-before/go';

const hall = { mu: new Mutex(), guests: 0 };

async function enter(room: typeof hall) {
  await room.mu.lock();
  room.guests += 1;
  room.mu.unlock();
}

const wg = new WaitGroup();
for (const name of ['ann', 'bob'])
  wg.go(async () => {
    await enter({ ...hall });
    console.log(name, 'is in');
  });
await wg.wait();
console.log('guests:', hall.guests);
