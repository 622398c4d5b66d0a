/**
 * Cuts `list` to its first `length` entries. Unlike an assignment to its `length`, which asks V8 for other memory, this keeps the room
 * for what will be added next.
 */
export function cutTo(list: unknown[], length: number): void {
  while (list.length > length) list.pop();
}
