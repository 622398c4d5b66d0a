import { unwrap, type Node } from '../ast.ts';
import { plainGlobals } from '../globals.ts';
import { isCourseModule } from '../courses.ts';
import { isPure } from '../pure.ts';
import { isSteady } from '../shared.ts';
import { temporary, type Context } from './context.ts';
import { capture, isDirect, lexicalOwner } from './identifiers.ts';
import { cellOf, point } from './points.ts';
import { breaks, copy, flat, quote, sequence } from './text.ts';

/** Values that nobody else can hold: they are made where they are used. */
const fresh = new Set(['Literal', 'TemplateLiteral', 'ArrayExpression', 'ObjectExpression', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassExpression', 'NewExpression', 'MetaProperty', 'Super']);

/** True if using a member of this object is something other tasks could see. */
export function isObserved(c: Context, objectNode: Node): boolean {
  const object = unwrap(objectNode);
  if (fresh.has(object.type)) return false;
  if (object.type !== 'Identifier') return true;
  const binding = c.facts.bindings.get(object);
  if (!binding) return !plainGlobals.has(object.name as string) && object.name !== 'arguments';
  return !c.locals.has(binding) && !(binding.imported && isCourseModule(binding.imported.specifier));
}

/** True if writing this twice means the same as holding its value, while `later` is evaluated in between. */
export function isRepeatable(c: Context, node: Node, later: readonly Node[]): boolean {
  const value = unwrap(node);
  if (value.type === 'ThisExpression') return true;
  if (value.type === 'Literal') return value.regex === undefined && !value.raw.includes('\n');
  if (value.type !== 'Identifier' || value.name === 'arguments') return false;
  const binding = c.facts.bindings.get(value);
  if (!binding) return true;
  return isDirect(c, value) && cellOf(c, value) === undefined && (isSteady(binding) || later.every((other) => isPure(other, c.facts)));
}

/** A property about to be used more than once, its object and key evaluated once. */
export interface Access {
  /** Code that comes first: empty, line breaks, or `$1 = …, `. */
  readonly setup: string;
  readonly object: string;
  /** The key as a value: `"p"`, `$2`. */
  readonly key: string;
  /** The property itself: `$1.p`, `$1[$2]`. */
  readonly property: string;
}

/**
 * Prepares `node`, a member expression, to be used again and again. `later` is what will be evaluated between the object and the
 * last use. `held` is code for the object, if that has been evaluated already.
 */
export function access(c: Context, node: Node, later: readonly Node[], held?: string): Access {
  const objectNode = node.object as Node;
  const keyNode = node.property as Node;
  let setup = held === undefined ? breaks(c, node.start, objectNode.start) : '';
  let object = held ?? '';
  if (held === undefined) {
    const text = c.emit(objectNode);
    if (isRepeatable(c, objectNode, node.computed ? [keyNode, ...later] : later)) {
      object = flat(text);
      setup += breaks(c, objectNode.start, objectNode.end);
    } else {
      object = temporary(c);
      setup += `${object} = ${text}, `;
    }
  }
  setup += breaks(c, objectNode.end, keyNode.start);
  const tail = breaks(c, keyNode.end, node.end);
  if (!node.computed) {
    const name = (keyNode.type === 'PrivateIdentifier' ? '#' : '') + (keyNode.name as string);
    return { setup: setup + tail, object, key: quote(name), property: `${object}.${name}` };
  }
  const text = c.emit(keyNode);
  if (isRepeatable(c, keyNode, later)) return { setup: setup + breaks(c, keyNode.start, keyNode.end) + tail, object, key: flat(text), property: `${object}[${flat(text)}]` };
  const key = temporary(c);
  return { setup: `${setup}${key} = ${text}${tail}, `, object, key, property: `${object}[${key}]` };
}

/** A member expression as it stands, without a point for the member itself. */
export function plainMember(c: Context, node: Node): string {
  const { object, property } = node as unknown as { object: Node; property: Node };
  if (object.type === 'Super') {
    const { owner, arrow } = lexicalOwner(c);
    if (arrow) return `${capture(c, arrow, 'super.get')}(${superKey(c, node)})`;
    if (owner.kind === 'module') c.report(node, '"super" exists in methods only');
  }
  return copy(c, node, (child) => (child !== property || node.computed ? c.emit(child) : `${child.type === 'PrivateIdentifier' ? '#' : ''}${child.name as string}`));
}

/** The key of `super.key` or `super[key]` as a value. */
export const superKey = (c: Context, node: Node): string =>
  breaks(c, node.start, node.property.start as number) + (node.computed ? c.emit(node.property as Node) : quote(node.property.name as string)) + breaks(c, node.property.end as number, node.end);

/** A property read. */
export function emitMember(c: Context, node: Node): string {
  if (!isObserved(c, node.object as Node)) return plainMember(c, node);
  const { setup, object, key, property } = access(c, node, []);
  return sequence(setup + point(c, 'readProperty', `${object}, ${key}`, node.property as Node), property);
}

/** `key in object`. */
export function emitIn(c: Context, node: Node): string {
  const left = node.left as Node;
  const right = node.right as Node;
  if (left.type === 'PrivateIdentifier' || !isObserved(c, right)) return copy(c, node, (child) => (child.type === 'PrivateIdentifier' ? `#${child.name as string}` : c.emit(child)));
  const [key, object] = [temporary(c), temporary(c)];
  const setup = `${key} = ${c.emit(left)}${breaks(c, left.end, right.start)}, ${object} = ${c.emit(right)}`;
  return sequence(setup, point(c, 'readProperty', `${object}, ${key}`, node), `${key} in ${object}`);
}

/** `delete object.key`: a write. */
export function emitDelete(c: Context, node: Node): string {
  const target = unwrap(node.argument as Node);
  if (target.type !== 'MemberExpression') return copy(c, node);
  if (!isObserved(c, target.object as Node)) return copy(c, node, () => plainMember(c, target));
  const { setup, object, key, property } = access(c, target, []);
  return sequence(breaks(c, node.start, target.start) + setup + point(c, 'writeProperty', `${object}, ${key}`, target.property as Node), `delete ${property}`) + breaks(c, target.end, node.end);
}
