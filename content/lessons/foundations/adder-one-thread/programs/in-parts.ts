const marbles = 10;
const parts = 3;
let total = 0;

function addPart(size: number) {
  for (let i = 0; i < size; i++) total += 1;
}

for (let part = 0; part < parts; part++) {
  addPart(Math.floor(marbles / parts));
}
console.log(total, 'of', marbles);
