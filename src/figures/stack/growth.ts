/**
 * A goroutine's stack as it grows and shrinks by copying. The rules are numbered in docs/spec/go-stack.md. The guard at the low end,
 * which lets small functions go without a check, is left out.
 */
import { figures } from '#words';
import { markMoved, type Board, type Cell, type Group } from '../board.ts';

const { stack: words } = figures;

const SMALLEST = 2048;
const LIMIT = 1_000_000_000;

interface Frame {
  readonly name: string;
  readonly bytes: number;
}

interface Stack {
  size: number;
  frames: Frame[];
  /** Bytes copied since the beginning. */
  copied: number;
  /** How many stacks there have been; each lies somewhere else. */
  made: number;
}

interface Shown {
  readonly say: string;
  readonly size: number;
  readonly frames: readonly Frame[];
  readonly made: number;
  readonly copied: number;
}

const used = (frames: readonly Frame[]): number => frames.reduce((sum, frame) => sum + frame.bytes, 0);
const kilobytes = (size: number): string => `${size / 1024} KB`;

function move(stack: Stack, size: number): void {
  stack.copied += used(stack.frames);
  stack.made++;
  stack.size = size;
}

function call(stack: Stack, name: string, need: number): string {
  const free = stack.size - used(stack.frames);
  const before = stack.size;
  if (need <= free) {
    stack.frames.push({ name, bytes: need });
    return words.fits(name, need, free);
  }
  let size = stack.size * 2;
  while (size - used(stack.frames) < need) size *= 2;
  if (size > LIMIT) throw new Error(`goroutine stack exceeds ${LIMIT}-byte limit`);
  const kept = used(stack.frames);
  move(stack, size);
  stack.frames.push({ name, bytes: need });
  return words.grows(name, need, free, kilobytes(size), size > before * 2, kept);
}

function giveBack(stack: Stack): string {
  const name = stack.frames.pop()?.name;
  if (name === undefined) throw new Error('nothing has been called that could return');
  return words.returns(name);
}

function collect(stack: Stack): string {
  const kept = used(stack.frames);
  if (stack.size === SMALLEST) return words.smallest(kilobytes(SMALLEST));
  if (kept >= stack.size / 4) return words.stays(kept, stack.size);
  move(stack, stack.size / 2);
  return words.shrinks(kilobytes(stack.size), kept);
}

/**
 * Plays moves such as `calls f 600`, `returns` and `collects`, and gives a board for the start and for each of them.
 *
 * @throws Error if a move cannot be made, with its number.
 */
export function stackGrowth(written: readonly string[], first: Frame = { name: 'main', bytes: 400 }): Board[] {
  const stack: Stack = { size: SMALLEST, frames: [first], copied: 0, made: 1 };
  const shown: Shown[] = [
    snapshot(stack, words.start(kilobytes(SMALLEST), first.name, first.bytes)),
  ];
  for (const [index, text] of written.entries()) {
    try {
      shown.push(snapshot(stack, play(stack, text)));
    } catch (error) {
      throw new Error(`Move ${index + 1}, "${text}": ${(error as Error).message}`, { cause: error });
    }
  }
  const largest = Math.max(...shown.map(({ size }) => size));
  return markMoved(shown.map((one, step) => boardOf(one, shown[step - 1], largest)));
}

function play(stack: Stack, text: string): string {
  const [verb, name = '', need = ''] = text.split(' ');
  if (verb === 'calls') return call(stack, name, Number(need));
  if (verb === 'returns') return giveBack(stack);
  if (verb === 'collects') return collect(stack);
  throw new Error(`there is no "${verb}". There are: calls, returns, collects`);
}

const snapshot = (stack: Stack, say: string): Shown => ({ ...stack, frames: [...stack.frames], say });

function boardOf({ say, size, frames, made, copied }: Shown, before: Shown | undefined, largest: number): Board {
  const free = size - used(frames);
  const cells: Cell[] = [
    ...frames.map((frame): Cell => ({ text: frame.name, tone: 'go', share: frame.bytes / size })),
    { text: words.free, tone: 'free', share: free / size },
  ];
  const groups: Group[] = [{ title: words.title(made, kilobytes(size)), lines: [{ label: words.frames, cells, width: size / largest }] }];
  if (before !== undefined && before.made !== made) {
    groups.push({
      title: words.givenBack(before.made, kilobytes(before.size)),
      lines: [{ label: words.frames, cells: [{ text: words.empty, tone: 'free', share: 1 }], width: before.size / largest }],
    });
  }
  return { say: `${say} ${words.copied(copied)}`, groups };
}
