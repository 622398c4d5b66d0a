import { Event, Thread } from 'happens-before/threading';

const bell = new Event();

async function pupil() {
  await bell.wait();
  console.log('goes home');
}

new Thread({ target: pupil, name: 'Kim' }).start();
bell.set();
bell.clear(); // for the next lesson
