import type { ShikiTransformer } from 'shiki';

/** Numbers the lines of a listing and marks some of them, so that a message can point at one. The stylesheet draws both. */
export const numbered = (marked: readonly number[]): ShikiTransformer => ({
  name: 'happens-before:numbered',
  line(node, line) {
    node.properties['data-line'] = line;
    if (marked.includes(line)) node.properties['data-mark'] = 'wrong';
  },
});
