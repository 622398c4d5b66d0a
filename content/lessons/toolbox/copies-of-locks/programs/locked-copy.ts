import { Mutex } from 'happens-before/go';

const hall = { mu: new Mutex(), guests: 3 };

await hall.mu.lock();
const photo = { mu: new Mutex(), guests: hall.guests };
await photo.mu.lock(); // a copy of a locked lock is locked
hall.mu.unlock();

await photo.mu.lock();
console.log('on the photo:', photo.guests);
photo.mu.unlock();
