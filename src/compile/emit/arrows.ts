import { unwrap, type Node } from '../ast.ts';
import { emitAwaitedCall, tailCall } from './await.ts';
import { prologue } from './blocks.ts';
import { asyncFrame, captured, liftedCall, liftedText, namedArrow, passedParameters, started, type Written } from './async-functions.ts';
import { makeFrame, within, type Context, type Frame } from './context.ts';
import { emitBody } from './functions.ts';
import { emitThis, lexicalOwner } from './identifiers.ts';
import { staticName } from './naming.ts';
import { emitParameters, movedParameters, takeParameters, type Moved } from './parameters.ts';
import { emitPattern } from './patterns.ts';
import { breaks, indexAfter, quote } from './text.ts';

/** An arrow. One that is not async may be written as if it were, where that saves a task; `isTask` where nobody but `go` gets hold of it. */
export function emitArrow(c: Context, node: Node, isAsync = node.async as boolean, isTask = false): string {
  const from = (node.typeParameters?.end ?? node.start) as number;
  const header = (node.returnType?.end ?? (node.params as Node[]).at(-1)?.end ?? from) as number;
  const arrow = indexAfter(c, '=>', header, (node.body as Node).start);
  const lead = breaks(c, node.start, from);
  if (isAsync) return emitAsyncArrow(c, node, asyncFrame(c, node, true), { lead, from, arrow, isTask });
  const frame = makeFrame('plain', node, c.frame, { isArrow: true });
  return within(c, frame, () => {
    const moved = movedParameters(c, node);
    return `${lead}${arrowParameters(c, node, from, arrow, moved)} =>${breaks(c, arrow, (node.body as Node).start)} ${arrowBody(c, node, frame, moved)}`;
  });
}

function arrowParameters(c: Context, node: Node, from: number, arrow: number, moved: Moved): string {
  const only = (node.params as Node[])[0];
  if (only?.type === 'Identifier' && (node.params as Node[]).length === 1 && !c.source.slice(from, only.start).includes('(')) return `${breaks(c, from, only.start)}(${emitPattern(c, only)}${breaks(c, only.end, arrow)})`;
  return emitParameters(c, node, from, arrow, moved);
}

/** An expression stays one, unless something must be declared before it or a generator function needs a block. */
function arrowBody(c: Context, node: Node, frame: Frame, moved: Moved): string {
  const body = node.body as Node;
  const taken = takeParameters(c, moved);
  const tail = breaks(c, body.end, node.end);
  if (body.type === 'BlockStatement') return emitBody(c, node, taken);
  const how = tailCall(c, body);
  const text = how ? emitAwaitedCall(c, unwrap(body), body, how) : c.emit(body);
  const before = taken + prologue(c, node, []);
  if (frame.kind === 'plain' && before === '' && frame.temporaries.length === 0) return `(${text}${tail})`;
  const temporaries = frame.temporaries.length === 0 ? '' : ` let ${frame.temporaries.join(', ')};`;
  return `{${temporaries}${before} return (${text}${tail}); }`;
}

function emitAsyncArrow(c: Context, node: Node, frame: Frame, { lead, from, arrow, isTask }: { readonly lead: string; readonly from: number; readonly arrow: number; readonly isTask: boolean }): string {
  const text = within(c, frame, () => {
    const moved = movedParameters(c, node);
    const parameters = arrowParameters(c, node, from, arrow, moved);
    const body = node.body as Node;
    return `${parameters}${breaks(c, arrow, body.start)} ${arrowBody(c, node, frame, moved)}`;
  });
  const name = staticName(node);
  if (frame.lift) return lead + liftedArrow(c, { fn: node, frame, parts: text }, name, isTask);
  const self = lexicalOwner(c).owner.isDerived ? 'undefined' : emitThis(c);
  const made = `${c.engine}.arrow(${lead}function* ${text}, ${self}, ${quote(name)})`;
  if (frame.captures.size === 0) return made;
  const values = [...frame.captures.keys()].map((what) => captured[what]);
  return `((${[...frame.captures.values()].join(', ')}) => ${made})(${values.join(', ')})`;
}

function liftedArrow(c: Context, written: Written, name: string, isTask: boolean): string {
  const self = written.frame.lift?.usesThis ? (lexicalOwner(c).owner.isDerived ? 'undefined' : emitThis(c)) : '';
  const call = liftedCall(c, written, self);
  const parameters = `(${passedParameters(c, written.fn)})`;
  if (isTask) return `${c.engine}.task((${liftedText(written)}, ${parameters} => ${call}))`;
  const wrapper = namedArrow(name, `${parameters} => ${started(c, written.fn, call, name)}`);
  return `${c.engine}.mark((${liftedText(written)}, ${wrapper}), ${parameters} => ${call})`;
}
