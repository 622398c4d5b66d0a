/** Made by vite/sandbox.ts. */
declare module 'virtual:sandbox/supervisor' {
  export const text: string;
  export const hash: string;
}
declare module 'virtual:sandbox/engine' {
  /** Address of the worker's script. */
  const url: string;
  export default url;
}
declare module 'virtual:sandbox/engine-with-lambda' {
  /** Address of the worker's script that has `happens-before/lambda` too. */
  const url: string;
  export default url;
}
declare module 'virtual:sandbox/stand-in' {
  /** Address of the worker's script with the tests' stand-in for the engine. */
  const url: string;
  export default url;
}
