import type { ShikiTransformer } from 'shiki';

/** Numbers the lines of a listing, so that a message can point at one. The numbers are drawn by the stylesheet. */
export const numbered: ShikiTransformer = {
  name: 'happens-before:numbered',
  line(node, line) {
    node.properties['data-line'] = line;
  },
};
