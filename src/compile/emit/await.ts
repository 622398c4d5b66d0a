import { unwrap, type Node } from '../ast.ts';
import type { Context } from './context.ts';
import { calleeText, emitArguments } from './calls.ts';
import { emitAwaitedChain } from './chains.ts';
import { capture, lexicalOwner } from './identifiers.ts';
import { access, plainMember, superKey } from './members.ts';
import { place } from './points.ts';
import { breaks } from './text.ts';

/** `await f(x)` runs `f` in the same task; `await` of anything else waits for a value. */
export function emitAwait(c: Context, node: Node): string {
  const argument = unwrap(node.argument as Node);
  c.frame.suspensions++;
  const before = breaks(c, node.start, argument.start);
  const after = breaks(c, argument.end, node.end);
  if (argument.type === 'CallExpression') return `(yield* ${before}${emitAwaitedCall(c, argument, node)}${after})`;
  if (argument.type === 'ChainExpression') return `(yield* ${before}(${emitAwaitedChain(c, argument, node)})${after})`;
  return `(yield* ${c.engine}.await(${before}${c.emit(argument)}${after}, ${place(c, node)}))`;
}

function emitAwaitedCall(c: Context, call: Node, node: Node): string {
  const callee = unwrap(call.callee as Node);
  const finish = (fn: string, self: string): string => {
    const { lead, list } = emitArguments(c, call);
    return `${c.engine}.call(${fn}, ${self}, [${lead}${list}], ${place(c, node)}, ${calleeText(c, callee)})`;
  };
  if (callee.type === 'Super') return `${c.engine}.await(${c.emit(call)}, ${place(c, node)})`;
  if (callee.type !== 'MemberExpression') return finish(c.emit(call.callee as Node), 'undefined');
  if (callee.object.type === 'Super') {
    const { arrow } = lexicalOwner(c);
    return finish(arrow ? `${capture(c, arrow, 'super.get')}(${superKey(c, callee)})` : plainMember(c, callee), c.emit({ ...callee.object, type: 'ThisExpression' } as Node));
  }
  const { setup, object, property } = access(c, callee, []);
  return finish(setup ? `(${setup}${property})` : property, object);
}
