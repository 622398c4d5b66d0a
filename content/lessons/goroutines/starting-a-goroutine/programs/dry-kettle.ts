import { go, panic } from 'happens-before/go';

async function boil() {
  panic('the kettle is dry');
}

try {
  go(boil);
  console.log('the kettle is on');
} catch {
  console.log('caught it');
}
console.log('main goes on');
