import type { Node } from '../ast.ts';
import { blockInside, prologue } from './blocks.ts';
import { declaredNames } from './declared-names.ts';
import { makeFrame, within, type Context, type Frame, type FrameKind } from './context.ts';
import { staticName } from './naming.ts';
import { emitPattern } from './patterns.ts';
import { breaks, copyList, indexAfter, quote } from './text.ts';

function kindOf(fn: Node): FrameKind {
  if (fn.async) return fn.generator ? 'asyncGenerator' : 'async';
  return fn.generator ? 'generator' : 'plain';
}

/** True if a parameter does more than take its value, so that calling the function can fail before its body. */
const isDemanding = (parameter: Node): boolean => parameter.type !== 'Identifier' && !(parameter.type === 'RestElement' && parameter.argument.type === 'Identifier');

/** `(a, b = 1)`, from after the name and the type parameters to the parenthesis, with line breaks up to `until` kept. */
export function emitParameters(c: Context, fn: Node, from: number, until: number): string {
  const parameters = (fn.params as Node[]).filter((parameter) => !isThis(parameter));
  const open = indexAfter(c, '(', from, until);
  const frame = c.frame;
  frame.inBody = false;
  const first = (fn.params as Node[])[0];
  const start = first && isThis(first) ? (parameters[0]?.start ?? first.end) : open + 1;
  const end = parameters.at(-1)?.end ?? start;
  const text = copyList(c, parameters, start, end, (parameter) => emitPattern({ ...c, emit: (node) => isolated(c, node) }, parameter));
  frame.inBody = true;
  return `${breaks(c, from, open)}(${breaks(c, open, start)}${text}${breaks(c, end, until)})`;
}

const isThis = (parameter: Node): boolean => parameter.type === 'Identifier' && parameter.name === 'this';

/** A value that stands where no temporary can be declared: a default, a field. It gets an arrow of its own if it needs one. */
export function isolated(c: Context, node: Node): string {
  const frame = makeFrame('plain', node, c.frame, { isArrow: true });
  const text = within(c, frame, () => c.emit(node));
  return frame.temporaries.length === 0 ? text : `((${frame.temporaries.join(', ')}) => (${text}))()`;
}

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

/** Parameters and body of a function whose text is to follow `function`, `function*` or a method's key. */
export function emitParts(c: Context, fn: Node, from: number, { isDerived = false, before = '', afterSuper }: { isDerived?: boolean; before?: string; afterSuper?: string } = {}): string {
  const body = fn.body as Node;
  const frame = makeFrame(kindOf(fn), fn, c.frame, { isArrow: false, isDerived });
  frame.afterSuper = afterSuper;
  return within(c, frame, () => {
    const parameters = emitParameters(c, fn, from, body.start);
    const text = emitBody(c, fn, before);
    if (frame.afterSuper !== undefined) c.report(fn, 'a constructor with parameter properties must call super() as a statement of its own', 'declare the fields and assign them.');
    return `${parameters} ${text}`;
  });
}

/** Where the parameter list's text begins: after the name and the type parameters. */
const parametersFrom = (fn: Node): number => (fn.typeParameters?.end ?? fn.id?.end ?? fn.start) as number;

/** Body of the plain function that stands for an async one: starts `call`, which makes the steps. */
export function startBody(c: Context, fn: Node, call: string, name: string): string {
  const start = fn.generator ? 'startGenerator' : 'start';
  if (fn.generator || !(fn.params as Node[]).some(isDemanding)) return `{ return ${c.engine}.${start}(${call}, ${quote(name)}); }`;
  const [steps, error] = ['$steps', '$error'].map((wanted) => c.names.fresh(wanted));
  return `{ let ${steps ?? ''}; try { ${steps ?? ''} = ${call}; } catch (${error ?? ''}) { ${steps ?? ''} = (function* () { throw ${error ?? ''}; })(); } return ${c.engine}.start(${steps ?? ''}, ${quote(name)}); }`;
}

/** Parameters for the plain function, so that its `length` is right. */
export function wrapperParameters(c: Context, fn: Node): string {
  const parameters = (fn.params as Node[]).filter((parameter) => !isThis(parameter));
  const demanding = parameters.findIndex((parameter) => parameter.type === 'AssignmentPattern' || parameter.type === 'RestElement' || (parameter.type === 'TSParameterProperty' && parameter.parameter.type === 'AssignmentPattern'));
  return c.names.parameters(demanding < 0 ? parameters.length : demanding);
}

/**
 * A function declaration. Of an async one only the generator function of its body stands here; the function itself is made of it where
 * the block begins, so that it is there from the start as well. Not so in a `switch`, whose block begins at no one place.
 */
export function emitFunctionDeclaration(c: Context, fn: Node): string {
  const { own: name, steps } = declaredNames(c, fn);
  const from = parametersFrom(fn);
  const lead = breaks(c, fn.start, from);
  const parts = emitParts(c, fn, from);
  if (!fn.async) return `${lead}function${fn.generator ? '*' : ''} ${name}${parts}`;
  const call = `${steps}.apply(this, arguments)`;
  const plain = fn.parent?.type === 'SwitchCase' ? `function ${name}(${wrapperParameters(c, fn)}) ${startBody(c, fn, call, name)} ` : '';
  return `${lead}${plain}function* ${steps}${parts}`;
}

/** A function expression. */
export function emitFunctionExpression(c: Context, fn: Node): string {
  const from = parametersFrom(fn);
  const lead = breaks(c, fn.start, from);
  const parts = emitParts(c, fn, from);
  if (!fn.async) return `${lead}function${fn.generator ? '*' : ''} ${fn.id ? (fn.id.name as string) : ''}${parts}`;
  const own = fn.id ? (fn.id.name as string) : undefined;
  const make = `${c.engine}.${fn.generator ? 'asyncGenerator' : 'async'}(${lead}function* ${parts}, ${quote(own ?? staticName(fn))})`;
  return own === undefined || !mentions(c, fn) ? make : `(() => { const ${own} = ${make}; return ${own}; })()`;
}

/** True if a function expression calls itself by its own name. */
const mentions = (c: Context, fn: Node): boolean =>
  [...c.facts.bindings].some(([node, binding]) => binding.kind === 'own-name' && binding.owner === fn && node.start >= (fn.body as Node).start);
