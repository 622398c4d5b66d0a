/** Made by vite/runtime-types.ts: path of a declaration file → its text. */
declare module 'virtual:runtime-types' {
  const declarations: Readonly<Record<string, string>>;
  export default declarations;
}
declare module 'monaco-editor/editor/editor.worker.js?worker' {
  const constructor: new () => Worker;
  export default constructor;
}
declare module 'monaco-editor/languages/features/typescript/ts.worker.js?worker' {
  const constructor: new () => Worker;
  export default constructor;
}
