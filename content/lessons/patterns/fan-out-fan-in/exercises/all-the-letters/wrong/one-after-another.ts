type Translate = (letter: string) => Promise<string>;

export async function translateAll(
  letters: string[],
  _desks: number,
  translate: Translate,
) {
  const all: string[] = [];
  for (const letter of letters) all.push(await translate(letter));
  return all;
}
