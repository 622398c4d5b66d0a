import { test } from 'vitest';
import { compile } from './compile.ts';

/** About a hundred lines as learners write them. */
const source = Array.from(
  { length: 7 },
  (_, i) => `
const jobs${i} = chan<number>(2);
let done${i} = 0;
interface Result${i} { readonly id: number; readonly value: string }
class Worker${i} {
  #seen = 0;
  constructor(private readonly name: string) {}
  async run(input: typeof jobs${i}): Promise<void> {
    for await (const job of input) {
      this.#seen += job;
      if (job % 2 === 0) done${i}++;
    }
    console.log(\`\${this.name} saw \${this.#seen}\`);
  }
}`,
).join('\n');
const program = `import { chan } from 'happens-before/go';\n${source}`;

test('compile, 100 lines: budget 20 ms', async ({ bench }) => {
  await bench('compile', () => {
    if (!compile({ 'main.ts': program }, 'main.ts').ok) throw new Error('refused');
  }).run();
});
