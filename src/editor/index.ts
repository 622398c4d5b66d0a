export { chooseEditor, chosenEditor } from './choice.ts';
export { openEditor, warmEditor } from './open.ts';
export type { Editor, EditorKind, EditorOptions, Mark } from './types.ts';
