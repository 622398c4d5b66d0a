export type { Axis, Scene } from './scene.ts';
export { layoutBeside, type Other } from './beside.ts';
export { layout, type LayoutOptions } from './layout.ts';
export { layoutTree, partingTree, partsWords, TREE_ROW, type TreeRow } from './parting-tree.ts';
export { toSvg, toSvgParts, toTreeSvg } from './svg.ts';
export { toTable } from './table-html.ts';
export { lanesBox, renderStill, type StillOptions } from './still.ts';
export { mountTimeline, type MountOptions, type TimelineHandle } from './figure.ts';
export { actionOf, KEY_LIST, stepAfter, type Action } from './keys.ts';
