const marbles = 10;
const parts = 3;

for (let part = 0; part < parts; part++) {
  const from = Math.floor((part * marbles) / parts);
  const to = Math.floor(((part + 1) * marbles) / parts);
  console.log('from', from, 'up to', to);
}
