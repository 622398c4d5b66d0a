import { unwrap, type Node } from '../ast.ts';
import { isCourseModule } from '../courses.ts';
import { isPure } from '../pure.ts';
import { isKnownFunction } from '../shared.ts';
import type { Context } from './context.ts';
import { calleeText, emitArguments } from './calls.ts';
import { emitAwaitedChain } from './chains.ts';
import { capture, lexicalOwner } from './identifiers.ts';
import { access, isObserved, plainMember, superKey } from './members.ts';
import { place } from './points.ts';
import { breaks } from './text.ts';

/** `await f(x)` runs `f` in the same task; `await` of anything else waits for a value. */
export function emitAwait(c: Context, node: Node): string {
  const argument = unwrap(node.argument as Node);
  const before = breaks(c, node.start, argument.start);
  const after = breaks(c, argument.end, node.end);
  if (argument.type === 'CallExpression') return before + emitAwaitedCall(c, argument, node) + after;
  if (argument.type === 'ChainExpression') return `(yield ${before}(${emitAwaitedChain(c, argument, node)})${after})`;
  return `(yield ${c.engine}.wait(${before}${c.emit(argument)}${after}, ${place(c, node)}))`;
}

/** The value of a call that is waited for. `node` is the place that is told. */
export const emitAwaitedCall = (c: Context, call: Node, node: Node, method: 'enter' | 'tail' = 'enter'): string => `(yield ${awaitedCall(c, call, node, method)})`;

function awaitedCall(c: Context, call: Node, node: Node, method: 'enter' | 'tail'): string {
  const callee = unwrap(call.callee as Node);
  const finish = (fn: string, self: string): string => {
    const { lead, list } = emitArguments(c, call);
    return `${c.engine}.${method}(${fn}, ${self}, [${lead}${list}], ${place(c, node)}, ${calleeText(c, callee)})`;
  };
  if (callee.type === 'Super') return `${c.engine}.wait(${c.emit(call)}, ${place(c, node)})`;
  if (callee.type !== 'MemberExpression') return finish(c.emit(call.callee as Node), 'undefined');
  if (callee.object.type === 'Super') {
    const { arrow } = lexicalOwner(c);
    return finish(arrow ? `${capture(c, arrow, 'super.get')}(${superKey(c, callee)})` : plainMember(c, callee), c.emit({ ...callee.object, type: 'ThisExpression' } as Node));
  }
  const { setup, object, property } = access(c, callee, []);
  return finish(setup ? `(${setup}${property})` : property, object);
}

/**
 * How to write `f(x)` in `return f(x)` of an async function. To wait there changes nothing but saves a task, unless something is left to
 * be done after the `return`: in a `finally`, by `using`, or by a loop's iterator. `enter`: `f` is an async function of the program.
 * `tail`: it may be one, and the kernel looks. Undefined: a call like any other.
 */
export function tailCall(c: Context, value: Node): 'enter' | 'tail' | undefined {
  if (c.frame.kind !== 'async' || c.frame.node.generator || c.disposal !== undefined) return undefined;
  for (let at = value.parent; at && at !== c.frame.node; at = at.parent) if (at.type === 'TryStatement' || at.type === 'ForOfStatement') return undefined;
  return calledInPlace(c, value);
}

function calledInPlace(c: Context, value: Node): 'enter' | 'tail' | undefined {
  const call = unwrap(value);
  if (call.type !== 'CallExpression') return undefined;
  const callee = unwrap(call.callee as Node);
  if (callee.type === 'MemberExpression') return isObserved(c, callee.object as Node) && callee.object.type !== 'Super' ? 'tail' : undefined;
  const binding = callee.type === 'Identifier' ? c.facts.bindings.get(callee) : undefined;
  if (!binding || binding.imported) return undefined;
  if (!isKnownFunction(binding)) return 'tail';
  const fn = binding.init === undefined ? undefined : unwrap(binding.init);
  return fn?.async && !fn.generator ? 'enter' : undefined;
}

/**
 * True for `() => o.m()`, given to a course function that starts a task with it. What it returns is waited for in either case: as an async arrow, the
 * new task does what it calls itself, rather than start one more.
 */
export const isStarted = (c: Context, call: Node, argument: Node): boolean =>
  argument.type === 'ArrowFunctionExpression' && !argument.async && calledInPlace(c, argument.body as Node) !== undefined && startsTask(c, unwrap(call.callee as Node));

/** True for an arrow that is written as the function of a statement `go(…)`, after at most a name, where nothing is done between the arrow and the call. */
export function isHandedOver(c: Context, call: Node, argument: Node): boolean {
  const args = call.arguments as Node[];
  const place = args[0]?.type === 'Literal' ? 1 : 0;
  return call.parent?.type === 'ExpressionStatement' && argument.type === 'ArrowFunctionExpression' && args[place] === argument && isGo(c, unwrap(call.callee as Node)) && args.every((one) => one === argument || isInert(c, one));
}

/** A literal or a variable. What only looks as harmless may call `toString`. */
const isInert = (c: Context, node: Node): boolean => (node.type === 'Literal' || node.type === 'Identifier') && isPure(node, c.facts);

const isGo = (c: Context, callee: Node): boolean => isOfCourse(c, callee) && c.facts.bindings.get(callee)?.imported?.name === 'go';

/** `go`, and the method of that name of a group that the text shows to be the course's. */
function startsTask(c: Context, callee: Node): boolean {
  if (callee.type === 'Identifier') return isGo(c, callee);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.name !== 'go' || callee.object.type !== 'Identifier') return false;
  const binding = c.facts.bindings.get(callee.object as Node);
  const made = binding?.kind === 'const' && binding.init ? unwrap(binding.init) : undefined;
  if (made?.type !== 'NewExpression') return false;
  const maker = unwrap(made.callee as Node);
  return isOfCourse(c, maker.type === 'MemberExpression' ? unwrap(maker.object as Node) : maker);
}

function isOfCourse(c: Context, node: Node): boolean {
  const imported = node.type === 'Identifier' ? c.facts.bindings.get(node)?.imported : undefined;
  return imported !== undefined && isCourseModule(imported.specifier);
}
