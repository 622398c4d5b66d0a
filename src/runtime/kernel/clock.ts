/** Entries of a clock lie 16 to a node, nodes 16 to the node above. */
const BITS = 4;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

/** On the lowest level epochs, above it nodes. What is missing is 0. */
type Node = readonly (number | Node | undefined)[];

/**
 * A vector clock: which epoch of each task is known. Never changed once made, so that it can be shared; and clocks that are made of
 * each other share all nodes in which they agree. A child of the ten-thousandth task takes a few nodes, not ten thousand entries.
 */
export class Clock {
  static readonly ZERO = new Clock(0, []);
  /** Levels above the lowest. */
  readonly #levels: number;
  readonly #root: Node;

  private constructor(levels: number, root: Node) {
    this.#levels = levels;
    this.#root = root;
  }

  of(task: number): number {
    if (task >>> (BITS * (this.#levels + 1)) !== 0) return 0;
    let node = this.#root;
    for (let level = this.#levels; level > 0; level--) {
      const below = node[(task >>> (BITS * level)) & MASK];
      if (below === undefined) return 0;
      node = below as Node;
    }
    return (node[task & MASK] as number | undefined) ?? 0;
  }

  /** This clock, with `task` at `epoch` at least. */
  with(task: number, epoch: number): Clock {
    if (this.of(task) >= epoch) return this;
    let root = this.#root;
    let levels = this.#levels;
    for (; task >>> (BITS * (levels + 1)) !== 0; levels++) root = [root];
    return new Clock(levels, setIn(root, levels, task, epoch));
  }

  /** All that this clock or `other` knows. */
  join(other: Clock): Clock {
    if (other === this || other === Clock.ZERO) return this;
    if (this === Clock.ZERO) return other;
    if (other.#levels > this.#levels) return other.join(this);
    let theirs = other.#root;
    for (let level = other.#levels; level < this.#levels; level++) theirs = [theirs];
    const joined = joinNodes(this.#root, theirs, this.#levels);
    return joined === this.#root ? this : new Clock(this.#levels, joined);
  }
}

function setIn(node: Node, level: number, task: number, epoch: number): Node {
  const copy = node.slice();
  const at = (task >>> (BITS * level)) & MASK;
  while (copy.length < at) copy.push(undefined);
  copy[at] = level === 0 ? epoch : setIn((node[at] as Node | undefined) ?? [], level - 1, task, epoch);
  return copy;
}

/** `a` itself, if `b` adds nothing. */
function joinNodes(a: Node, b: Node, level: number): Node {
  if (a === b) return a;
  let joined: (number | Node | undefined)[] | undefined;
  for (let i = 0; i < b.length; i++) {
    const [ours, theirs] = [a[i], b[i]];
    if (theirs === undefined || theirs === ours) continue;
    const both = ours === undefined ? theirs : level === 0 ? Math.max(ours as number, theirs as number) : joinNodes(ours as Node, theirs as Node, level - 1);
    if (both === ours) continue;
    joined ??= a.slice();
    while (joined.length < i) joined.push(undefined);
    joined[i] = both;
  }
  return joined ?? a;
}
