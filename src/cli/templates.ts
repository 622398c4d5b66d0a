const titleOf = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** A part that nobody has described yet. */
export const partTemplate = (slug: string): string => `---
title: ${titleOf(slug)}
order: 1
tagline: One short sentence that says what the part is about.
---
One paragraph for the page of the part.
`;

/** Files of a new lesson: the whole frame, with one program. */
export function lessonTemplate(slug: string): Readonly<Record<string, string>> {
  return {
    'index.mdx': `---
title: ${titleOf(slug)}
description: One sentence that says what should surprise.
order: 99
minutes: 10
learn:
  - What the reader can do afterwards
  - And this
needs: []
sources:
  - { title: 'Where the facts are from', url: 'https://example.org', checked: 'version, date' }
---

One sentence on the program below, and what is odd about it.

<Program name="first" caption="What it shows, as a sentence." />

## Predict

## Why

## The original

## Do it

## What the model leaves out

## Recap
`,
    'programs/first.ts': `import { go, WaitGroup } from 'happens-before/go';

let counter = 0;
const wg = new WaitGroup();

async function add() {
  counter += 1;
}

wg.go(add);
wg.go(add);
await wg.wait();
console.log(counter);
`,
  };
}

/** Files of a new exercise: it passes the generated tests as it stands, and is to be replaced piece by piece. */
export function exerciseTemplate(slug: string): Readonly<Record<string, string>> {
  return {
    'index.mdx': `---
title: ${titleOf(slug)}
kind: fix
minutes: 10
hints:
  - A question that points at the place
  - What is missing there
  - What to write
---

What the function is to do, in every order.
`,
    'starter.ts': `/** Doubles \`n\`. */
export async function double(n: number) {
  return n;
}
`,
    'solution.ts': `/** Doubles \`n\`. */
export async function double(n: number) {
  return n * 2;
}
`,
    'check.ts': `import { check } from 'happens-before/check';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    { name: 'three', play: ({ double }) => double(3), expect: 6 },
    { name: 'five', play: ({ double }) => double(5), expect: 10 },
  ],
  mistakes: {
    'always-six': { verdict: 'wrong-result', scene: 'five', say: 'It is right for three. What does it give for five?' },
    'adds-one': { verdict: 'wrong-result', got: 4, say: 'One more is not twice as much.' },
    'changes-nothing': { verdict: 'wrong-result', got: 3, say: 'It gives back what it was given.' },
  },
});
`,
    'wrong/always-six.ts': `export async function double(_n: number) {
  return 6;
}
`,
    'wrong/adds-one.ts': `export async function double(n: number) {
  return n + 1;
}
`,
    'wrong/changes-nothing.ts': `export async function double(n: number) {
  return n;
}
`,
  };
}
