import { isFunction, isWrapper, keyName, unwrap, type Node } from '../ast.ts';
import { isCourseModule } from '../courses.ts';
import type { Context } from './context.ts';
import { quote } from './text.ts';

/** The name that the place of a function gives it: of a variable, a property, a field. Empty if there is none. */
export function staticName(node: Node): string {
  let value = node;
  while (value.parent && isWrapper(value.parent)) value = value.parent;
  const parent = value.parent;
  switch (parent?.type) {
    case 'VariableDeclarator': return parent.init === value ? targetName(parent.id as Node) : '';
    case 'AssignmentExpression': case 'AssignmentPattern': return parent.right === value ? targetName(parent.left as Node) : '';
    case 'Property': case 'PropertyDefinition': case 'MethodDefinition': return parent.value === value ? (keyName(parent.key as Node, !!parent.computed) ?? '') : '';
    case 'ExportDefaultDeclaration': return 'default';
    default: return '';
  }
}

function targetName(target: Node): string {
  const place = unwrap(target);
  if (place.type === 'Identifier') return place.name as string;
  return place.type === 'MemberExpression' ? (keyName(place.property as Node, !!place.computed) ?? '').replace(/^#/, '') : '';
}

/** `const [ctx, cancel] = context.withCancel(parent)`: what a course function returns goes by the first of several names. */
function firstName(pattern: Node): string {
  const first = (pattern.elements as (Node | null)[])[0];
  return first ? targetName(first) : '';
}

/** True for a value that should go by the name of the variable it is stored in: a mutex, a channel. */
function isNamed(c: Context, value: Node): boolean {
  if (value.type === 'NewExpression') return true;
  if (value.type !== 'CallExpression') return false;
  const callee = unwrap(value.callee as Node);
  const root = callee.type === 'MemberExpression' ? (callee.object as Node) : callee;
  const imported = root.type === 'Identifier' ? c.facts.bindings.get(root)?.imported : undefined;
  return imported !== undefined && isCourseModule(imported.specifier);
}

/** Wraps `text`, the code of `value`, so that what it makes gets the name of `target`. */
export function nameValue(c: Context, value: Node, target: Node, text: string): string {
  const inner = unwrap(value);
  const name = target.type === 'ArrayPattern' && isNamed(c, inner) ? firstName(target) : targetName(target);
  if (name === '') return text;
  const binding = target.type === 'Identifier' ? c.facts.bindings.get(target) : undefined;
  // Objects that nobody else can see need no name.
  const isShareable = (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression') && binding !== undefined && !c.locals.has(binding);
  return isNamed(c, inner) || isShareable ? `${c.engine}.name(${text}, ${quote(name)})` : text;
}

/** The same for the value of a property or a field, whose key is known. */
export const nameAs = (c: Context, value: Node, name: string | undefined, text: string): string =>
  name !== undefined && isNamed(c, unwrap(value)) ? `${c.engine}.name(${text}, ${quote(name.replace(/^#/, ''))})` : text;

/** True for `function () {}`, `() => {}` and `class {}`: the language names them after what they are assigned to. */
export const takesName = (node: Node): boolean => (isFunction(node) || node.type === 'ClassExpression') && !node.id;

/** `text`, the code of `value`, about to be held in a temporary: what the language would name after `target` still gets that name. */
export function keepName(value: Node, target: Node, text: string): string {
  if (target.type !== 'Identifier' || !takesName(value) || value.async) return text;
  const name = quote(target.name as string);
  return `({ ${target.name === '__proto__' ? `[${name}]` : name}: ${text} })[${name}]`;
}
