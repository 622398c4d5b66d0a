import { FAMILIES } from './testing/families.ts';
import { outcomesOf } from './testing/compare.ts';
import { randomProgram } from './testing/random-program.ts';
let all = 0, blocked = 0;
for (const [families] of FAMILIES) { const bad: string[] = []; for (let i = 1; i <= 40; i++) { const p = randomProgram(i * 7919, families); const o = outcomesOf(p, false, 3000); all += o.runs; blocked += o.blocked; if (o.blocked) bad.push(`${i}:${o.runs}/${o.blocked}`); } if (bad.length) console.log(families.join('+'), bad.join(' ')); }
console.log(all, blocked);
