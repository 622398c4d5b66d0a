type Look = (chamber: string) => Promise<string[]>;

export async function survey(look: Look, mouth: string) {
  const seen: string[] = [];

  async function explore(chamber: string) {
    let passages: string[];
    try {
      passages = await look(chamber);
    } catch {
      return;
    }
    seen.push(chamber);
    for (const next of passages) await explore(next);
  }

  await explore(mouth);
  return seen.sort();
}
