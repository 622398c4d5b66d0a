/** What the layer has in /opt: a library with a counter. */
export function library() {
  let last = 0;
  return { next: () => ++last };
}
