export { chooseEditor, chosenEditor } from './choice.ts';
export { openEditor, warmEditor } from './open.ts';
export type { Editor, EditorFile, EditorKind, EditorOptions, Mark } from './types.ts';
