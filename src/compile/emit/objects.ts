import { isFunction, keyName, unwrap, type Node } from '../ast.ts';
import { keyText } from './class-members.ts';
import { temporary, type Context } from './context.ts';
import { emitParts } from './functions.ts';
import { usesSuper } from './identifiers.ts';
import { nameAs } from './naming.ts';
import { breaks, copyList, quote } from './text.ts';

/** An object literal. Async methods that use `super` are generator methods first and are made async afterwards. */
export function emitObject(c: Context, node: Node): string {
  const later: string[] = [];
  const text = copyList(c, node.properties as Node[], node.start, node.end, (property) => (property.type === 'Property' ? emitProperty(c, property, later) : c.emit(property)));
  return later.reduce((object, more) => `${c.helper('method')}(${object}, ${more})`, text);
}

function emitProperty(c: Context, property: Node, later: string[]): string {
  const { key, value } = property as unknown as { key: Node; value: Node };
  const name = keyName(key, !!property.computed);
  // `__proto__: x` would set the prototype; the shorthand defines a property.
  if (property.shorthand) return `${key.name === '__proto__' ? '["__proto__"]' : (key.name as string)}: ${c.emit(value)}`;
  if (property.method || property.kind !== 'init') return emitMethod(c, property, value, name, later);
  const lead = breaks(c, property.start, key.start);
  const text = isFunction(unwrap(value)) ? c.emit(value) : nameAs(c, value, name, c.emit(value));
  return `${lead}${keyText(c, property)}:${breaks(c, key.end, value.start)} ${text}${breaks(c, value.end, property.end)}`;
}

function emitMethod(c: Context, property: Node, fn: Node, name: string | undefined, later: string[]): string {
  const key = property.key as Node;
  const from = fn.start;
  const lead = breaks(c, property.start, key.start) + breaks(c, key.end, from);
  if (!fn.async) {
    const own = property.kind === 'get' || property.kind === 'set' ? `${property.kind as string} ` : fn.generator ? '*' : '';
    const written = keyText(c, property);
    return `${lead}${own}${written}${emitParts(c, fn, from)}`;
  }
  const make = fn.generator ? 'asyncGenerator' : 'async';
  if (usesSuper(fn)) {
    const held = property.computed ? temporary(c) : undefined;
    const written = keyText(c, property, held);
    later.push(`${held ?? quote(name ?? '')}, ${quote(make)}`);
    return `${lead}*${written}${emitParts(c, fn, from)}`;
  }
  const written = name === '__proto__' ? '["__proto__"]' : keyText(c, property);
  return `${lead}${written}: ${c.engine}.${make}(function* ${emitParts(c, fn, from)}, ${quote(name ?? '')})`;
}
