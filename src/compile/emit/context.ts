import type { Node } from '../ast.ts';
import type { Names } from '../names.ts';
import type { Binding, Facts } from '../scopes.ts';
import type { Lift } from './lifting.ts';

/**
 * Which kind of code is being written. `module`, `async` and `asyncGenerator` are ours to suspend: points and waits may stand
 * in them. `generator` is the learner's own synchronous generator, and `plain` any other synchronous code: never a point there.
 */
export type FrameKind = 'module' | 'async' | 'asyncGenerator' | 'generator' | 'plain';

/** What an async arrow, written as a generator function, must take from around it by name. */
export type Capture = 'this' | 'arguments' | 'new.target' | 'super.get' | 'super.set';

/** One function, field value or static block while its text is being made. */
export interface Frame {
  readonly kind: FrameKind;
  readonly node: Node;
  readonly parent: Frame | undefined;
  /** True if `this` and `arguments` are those of the frame around. */
  readonly isArrow: boolean;
  /** True for the constructor of a class that extends another: `this` does not exist before `super()`. */
  readonly isDerived: boolean;
  /** Names of temporaries to be declared at the start of the body. */
  readonly temporaries: string[];
  readonly captures: Map<Capture, string>;
  /** Of an async function whose body stands apart from what is around it. */
  readonly lift: Lift | undefined;
  /** False while parameters are written: they run before the body. */
  inBody: boolean;
  /** Assignments of parameter properties that wait for `super()`. */
  afterSuper?: string | undefined;
}

/** Everything that the writing of one file knows. */
export interface Context {
  readonly source: string;
  /** Index in the program's `files`. */
  readonly file: number;
  readonly facts: Facts;
  readonly locals: ReadonlySet<Binding>;
  readonly names: Names;
  /** What `$` is called here. */
  readonly engine: string;
  /** The name of one of the functions at the top of the code; asks for it to be there. */
  readonly helper: (name: Helper) => string;
  /** A new variable at the top of the code, for a generator function that is made once. */
  readonly lifted: () => string;
  readonly report: (node: Node, message: string, hint?: string) => void;
  readonly emit: (node: Node) => string;
  /** True if the program has threads: then a call of any function is a point, as in CPython. */
  readonly hasThreads: boolean;
  /** True if a loop's list could change while the loop goes through it. */
  readonly canChangeLists: boolean;
  /** True if the code is to say where it is: marks.ts. */
  readonly isMarked: boolean;
  frame: Frame;
  /** The name that holds the scope of `using` declarations in the block being written. */
  disposal: string | undefined;
}

export type Helper = 'apply' | 'method' | 'replace' | 'export' | 'exportAll';

export const canSuspend = ({ frame }: Context): boolean => frame.inBody && (frame.kind === 'module' || frame.kind === 'async' || frame.kind === 'asyncGenerator');

export function makeFrame(kind: FrameKind, node: Node, parent: Frame | undefined, { isArrow = false, isDerived = false, lift }: { isArrow?: boolean; isDerived?: boolean; lift?: Lift | undefined } = {}): Frame {
  return { kind, node, parent, isArrow, isDerived, temporaries: [], captures: new Map(), lift, inBody: true };
}

/** Writes something in a frame of its own. */
export function within<T>(c: Context, frame: Frame, write: () => T): T {
  const outer = c.frame;
  c.frame = frame;
  try {
    return write();
  } finally {
    c.frame = outer;
  }
}

/** A fresh temporary, declared where the current frame's body starts. */
export function temporary(c: Context): string {
  const name = c.names.temporary();
  c.frame.temporaries.push(name);
  return name;
}
