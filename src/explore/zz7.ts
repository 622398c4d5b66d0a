import { FAMILIES } from './testing/families.ts';
import { outcomesOf } from './testing/compare.ts';
import { randomProgram } from './testing/random-program.ts';
for (const [families] of FAMILIES) for (let i = 1; i <= 40; i++) { const p = randomProgram(i * 7919, families); const o = outcomesOf(p, false, 3000); console.log(families.join('+'), i, o.complete, o.runs, [...o.outcomes].length); }
