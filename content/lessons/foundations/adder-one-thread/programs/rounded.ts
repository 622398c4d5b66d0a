const marbles = 10;
const parts = 4;
let total = 0;

function addPart(size: number) {
  for (let i = 0; i < size; i++) total += 1;
}

for (let part = 0; part < parts; part++) {
  addPart(Math.round(marbles / parts));
}
console.log(total);
