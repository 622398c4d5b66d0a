import { Mutex, WaitGroup } from 'happens-before/go';

type Room = { mu: Mutex; book: { guests: number } };

/** The lock is copied. The book is a pointer, and stays one. */
const copyOf = (room: Room): Room => ({
  mu: new Mutex(),
  book: room.book,
});

async function enter(room: Room) {
  await room.mu.lock();
  room.book.guests += 1;
  room.mu.unlock();
}

const book = { guests: 0 };
const hall: Room = { mu: new Mutex(), book };
const wg = new WaitGroup();
wg.go(async function ann() {
  await enter(copyOf(hall));
});
wg.go(async function bob() {
  await enter(copyOf(hall));
});
await wg.wait();
console.log('guests:', book.guests);
