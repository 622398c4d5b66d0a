import { go } from 'happens-before/go';

let tea = 'green';

async function pour(kind: string) {
  console.log(`poured ${kind}`);
}

go(pour, tea);
tea = 'black';
go(pour, tea);
