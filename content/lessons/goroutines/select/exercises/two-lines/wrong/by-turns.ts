import type { Chan } from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  let open = [left, right];
  while (open.length > 0) {
    const still: Chan<string>[] = [];
    for (const line of open) {
      const [word, ok] = await line.receiveOk();
      if (!ok) continue;
      words.push(word!);
      still.push(line);
    }
    open = still;
  }
  return words;
}
