import { go, SyncMap } from 'happens-before/go';

const rooms = new SyncMap<number, string>();
rooms.store(1, 'Ann');

go('porter', async () => {
  const [guest] = rooms.loadAndDelete(1);
  rooms.store(2, guest!);
});

const inOne = rooms.load(1) === 'Ann';
const inTwo = rooms.load(2) === 'Ann';
console.log('in room 1:', inOne, 'in room 2:', inTwo);
