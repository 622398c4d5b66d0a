type Look = (marble: string) => Promise<boolean>;

export async function countRed(
  boxes: string[][],
  workers: number,
  isRed: Look,
) {
  let total = 0;
  for (let worker = 0; worker < workers; worker++) {
    for (let at = worker; at < boxes.length; at += workers) {
      for (const marble of boxes[at]!) {
        if (await isRed(marble)) total += 1;
      }
    }
  }
  return total;
}
