const boxes = [2, 3];
let total = 0;

for (const box of boxes) {
  total += box;
}

console.log(total);
