import { Pool } from 'happens-before/go';

let open = 0;
const lines = new Pool(() => {
  open++;
  return 'a line to the bank';
});

for (let call = 1; call <= 2; call++) {
  const line = await lines.get();
  lines.put(line);
}
console.log('lines open:', open);
