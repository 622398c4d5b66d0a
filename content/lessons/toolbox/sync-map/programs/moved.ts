import { go, SyncMap } from 'happens-before/go';

const rooms = new SyncMap<number, string>();
rooms.store(1, 'Ann');

go('porter', async () => {
  const [guest] = rooms.loadAndDelete(1);
  rooms.store(2, guest!);
});

const found = [1, 2].filter((room) => rooms.load(room) === 'Ann');
console.log('Ann is in', found.join(' and ') || 'no room at all');
