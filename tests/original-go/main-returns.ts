import { go } from 'happens-before/go';
go(async () => {
  console.log('g');
  console.log('g again');
});
console.log('main');
