import type { Node } from '../ast.ts';
import { blockInside, prologue } from './blocks.ts';
import { declaredNames } from './declared-names.ts';
import { madeFunction, passed, passedParameters, started, stepsFunction, write } from './async-functions.ts';
import { makeFrame, within, type Context, type Frame } from './context.ts';
import { staticName } from './naming.ts';
import { emitParameters, movedParameters, takeParameters } from './parameters.ts';
import { breaks } from './text.ts';

const declareTemporaries = (frame: Frame): string => (frame.temporaries.length === 0 ? '' : ` let ${frame.temporaries.join(', ')};`);

/** The body of a function in the current frame, as a block. `before` goes first. */
export function emitBody(c: Context, fn: Node, before = ''): string {
  const body = fn.body as Node;
  if (body.type !== 'BlockStatement') {
    const text = c.emit(body);
    return `{${declareTemporaries(c.frame)}${before}${prologue(c, fn, [])} return (${text}); }`;
  }
  const inside = blockInside(c, fn, body.body as Node[], body.start + 1, body.end - 1, before);
  return `{${declareTemporaries(c.frame)}${inside}}`;
}

/** Parameters and body of a plain function whose text is to follow `function`, `function*` or a method's key. */
export function emitParts(c: Context, fn: Node, from: number, { isDerived = false, before = '', afterSuper }: { isDerived?: boolean; before?: string; afterSuper?: string } = {}): string {
  const frame = makeFrame(fn.generator ? 'generator' : 'plain', fn, c.frame, { isDerived });
  frame.afterSuper = afterSuper;
  return partsIn(c, fn, from, frame, before);
}

/** The same in a frame that the caller makes. */
export function partsIn(c: Context, fn: Node, from: number, frame: Frame, before = ''): string {
  return within(c, frame, () => {
    const moved = movedParameters(c, fn);
    const parameters = emitParameters(c, fn, from, (fn.body as Node).start, moved);
    const text = emitBody(c, fn, takeParameters(c, moved) + before);
    if (frame.afterSuper !== undefined) c.report(fn, 'a constructor with parameter properties must call super() as a statement of its own', 'declare the fields and assign them.');
    return `${parameters} ${text}`;
  });
}

/** Where the parameter list's text begins: after the name and the type parameters. */
const parametersFrom = (fn: Node): number => (fn.typeParameters?.end ?? fn.id?.end ?? fn.start) as number;

/**
 * A function declaration. Of an async one only what makes its steps stands here; the function itself is made of it where the block
 * begins, so that it is there from the start as well. Not so in a `switch`, whose block begins at no one place.
 */
export function emitFunctionDeclaration(c: Context, fn: Node): string {
  const names = declaredNames(c, fn);
  const { own: name, steps } = names;
  const from = parametersFrom(fn);
  const lead = breaks(c, fn.start, from);
  if (!fn.async) return `${lead}function${fn.generator ? '*' : ''} ${name}${emitParts(c, fn, from)}`;
  const written = write(c, fn, from);
  const { lift, captures } = written.frame;
  if (lift && !captures.has('arguments')) names.call = lift.usesThis ? `${steps}.call(${['this', ...passed(c, fn)].join(', ')})` : `${steps}(${passed(c, fn).join(', ')})`;
  const plain = fn.parent?.type === 'SwitchCase' ? `function ${name}(${passedParameters(c, fn)}) { return ${started(c, fn, names.call, name)}; } ` : '';
  return `${lead}${plain}${stepsFunction(c, written, { lifted: `function ${steps}`, generator: `function* ${steps}` })}`;
}

/** A function expression. */
export function emitFunctionExpression(c: Context, fn: Node): string {
  const from = parametersFrom(fn);
  const lead = breaks(c, fn.start, from);
  if (!fn.async) return `${lead}function${fn.generator ? '*' : ''} ${fn.id ? (fn.id.name as string) : ''}${emitParts(c, fn, from)}`;
  const own = fn.id ? (fn.id.name as string) : undefined;
  const make = lead + madeFunction(c, write(c, fn, from), own ?? staticName(fn));
  return own === undefined || !mentions(c, fn) ? make : `(() => { const ${own} = ${make}; return ${own}; })()`;
}

/** True if a function expression calls itself by its own name. */
const mentions = (c: Context, fn: Node): boolean =>
  [...c.facts.bindings].some(([node, binding]) => binding.kind === 'own-name' && binding.owner === fn && node.start >= (fn.body as Node).start);
