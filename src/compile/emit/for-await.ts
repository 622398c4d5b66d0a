import type { Node } from '../ast.ts';
import { disposing, headCells } from './blocks.ts';
import { temporary, type Context } from './context.ts';
import { bindHeld } from './loops.ts';
import { place } from './points.ts';
import { breaks } from './text.ts';

/**
 * `for await`. `open` is true from the moment a value is there until the next one is asked for: if the loop is left in that time,
 * by `break`, `return`, `throw` or a jump to an outer loop, the iterator is closed. After a throw, an error of the closing is dropped.
 *
 * `labels` stand at the loop itself, inside the `try`, so that `continue label` finds it.
 */
export function emitForAwait(c: Context, node: Node, labels = ''): string {
  const left = node.left as Node;
  const right = node.right as Node;
  const body = node.body as Node;
  const kind = left.type === 'VariableDeclaration' ? (left.kind as string) : '';
  const [iterator, result, open, value] = [temporary(c), temporary(c), temporary(c), temporary(c)];
  const caught = c.names.fresh('$caught');
  const at = place(c, node);
  const start = `${open} = false; ${iterator} = ${c.engine}.iterator(${breaks(c, node.start, right.start)}${c.emit(right)}${breaks(c, right.end, body.start)}, ${at});`;
  const next = `while (${open} = false, ${result} = yield* ${c.engine}.next(${iterator}, ${at}), !${result}.done)`;
  const inside = (bind: string): string => `${bind} ${body.type === 'EmptyStatement' ? breaks(c, body.start, body.end) : c.emit(body)}`;
  const round = kind.endsWith('using')
    ? disposing(c, node, kind === 'await using', () => inside(` const ${left.declarations[0].id.name as string} = ${c.engine}.use(${c.disposal ?? ''}, ${value}, ${String(kind === 'await using')});`))
    : inside(bindHeld(c, left, value).replace(/\n/g, ' '));
  const close = `yield* ${c.engine}.closeIterator(${iterator}, ${at})`;
  return (
    `{ ${start} try { ${labels}${next} { ${value} = ${result}.value; ${open} = true; ${c.engine}.loop(${at});${headCells(c, node)}${round} } }` +
    ` catch (${caught}) { if (${open}) { ${open} = false; try { ${close}; } catch {} } throw ${caught}; } finally { if (${open}) ${close}; } }`
  );
}
