import { Mutex, WaitGroup } from 'happens-before/go';

type Room = { mu: Mutex; guests: number };

/** What Go does when it passes a struct: lock and all. */
const copyOf = (room: Room): Room => ({
  mu: new Mutex(),
  guests: room.guests,
});

async function enter(room: Room) {
  await room.mu.lock();
  room.guests += 1;
  room.mu.unlock();
}

const hall: Room = { mu: new Mutex(), guests: 0 };
const wg = new WaitGroup();
wg.go(async function ann() {
  await enter(copyOf(hall));
});
wg.go(async function bob() {
  await enter(copyOf(hall));
});
await wg.wait();
console.log('guests:', hall.guests);
