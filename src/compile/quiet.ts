import { childrenOf, isFunction, isPattern, keyName, unwrap, type Node } from './ast.ts';
import { isCourseModule } from './courses.ts';
import { plainFunctions, plainGlobals } from './globals.ts';
import type { Binding, Facts } from './scopes.ts';
import { isKnownFunction } from './shared.ts';

const found = new WeakMap<Node, boolean>();

/** What the constructor of a class, and its fields, may use: the object that they make is nobody else's yet. Not its accessors, which are functions. */
interface Making {
  readonly accessors: ReadonlySet<string>;
}

/**
 * True if calling this function of the program, or making an object of this class, does nothing that other tasks could see: it uses no shared
 * variable and no member of an object but the one being made, and calls nothing but such functions. Whether it runs before another
 * task's step or after is then all the same.
 *
 * A use that this list does not know counts as seen. Functions inside count as called.
 */
export function isQuiet(binding: Binding, facts: Facts): boolean {
  const made = binding.init === undefined ? undefined : unwrap(binding.init);
  return made !== undefined && isQuietMade(made, facts);
}

function isQuietMade(made: Node, facts: Facts): boolean {
  if (!isClass(made) && (!isFunction(made) || made.async || made.generator)) return false;
  const known = found.get(made);
  if (known !== undefined) return known;
  // Until the opposite is found: a function that calls itself adds nothing by that.
  found.set(made, true);
  const quiet = isClass(made) ? isQuietClass(made, facts) : childrenOf(made).every((child) => isQuietNode(child, facts));
  found.set(made, quiet);
  return quiet;
}

const isClass = (node: Node): boolean => node.type === 'ClassDeclaration' || node.type === 'ClassExpression';

function isQuietClass(made: Node, facts: Facts): boolean {
  const members = made.body.body as Node[];
  const making: Making = { accessors: new Set(members.filter(isAccessor).map((member) => keyName(member.key as Node, !!member.computed) ?? '')) };
  const base = made.superClass as Node | null;
  return (!base || isQuietBase(unwrap(base), facts)) && members.every((member) => {
    if (member.type === 'PropertyDefinition') return member.static || !member.value || isQuietField(member.value as Node, facts, making);
    return member.type !== 'MethodDefinition' || member.kind !== 'constructor' || childrenOf(member.value as Node).every((child) => isQuietNode(child, facts, making));
  });
}

const isAccessor = ({ kind }: Node): boolean => kind === 'get' || kind === 'set';

function isQuietBase(base: Node, facts: Facts): boolean {
  if (base.type !== 'Identifier') return false;
  const binding = facts.bindings.get(base);
  if (binding === undefined) return plainFunctions.has(base.name as string);
  return isKnownFunction(binding) && isQuiet(binding, facts) && !hasAccessors(binding);
}

function hasAccessors({ init }: Binding): boolean {
  const made = init && unwrap(init);
  return made !== undefined && isClass(made) && (made.superClass || (made.body.body as Node[]).some(isAccessor));
}

/** A function that is only stored is not called. */
const isQuietField = (value: Node, facts: Facts, making: Making): boolean => isFunction(unwrap(value)) || isQuietNode(value, facts, making);

/** True if evaluating `node` does nothing that others could see. `making`: `this` is an object that is being made. */
export function isQuietNode(node: Node, facts: Facts, making?: Making): boolean {
  const inside = (of = making): boolean => childrenOf(node).every((child) => isQuietNode(child, facts, of));
  const isOwn = (target: Node): boolean => making !== undefined && target.type === 'MemberExpression' && target.object.type === 'ThisExpression' && !making.accessors.has(keyName(target.property as Node, !!target.computed) ?? '');
  switch (node.type) {
    case 'Identifier': return facts.bindings.get(node)?.cell === undefined && facts.bindings.get(node)?.live === undefined;
    case 'MemberExpression': return (isOwn(node) || (isPlain(unwrap(node.object as Node), facts) && node.object.name !== 'console')) && inside();
    case 'CallExpression': return (node.callee.type === 'Super' || isQuietCallee(unwrap(node.callee as Node), facts)) && inside();
    case 'NewExpression': return isQuietConstructor(unwrap(node.callee as Node), facts) && (node.arguments as Node[]).every((argument) => isQuietNode(argument, facts, making));
    // Taking something apart reads it, or calls its iterator.
    case 'ObjectPattern': case 'ArrayPattern': return isFresh(node) && inside();
    case 'AssignmentExpression':
      if (isOwn(node.left as Node)) return isQuietNode(node.left as Node, facts, making) && isQuietField(node.right as Node, facts, making as Making);
      return (node.left.type === 'Identifier' || isPattern(node.left as Node)) && inside();
    case 'FunctionExpression': case 'FunctionDeclaration': return inside(undefined);
    // Going through something reads it, or calls its iterator; so does asking what it has.
    case 'ForOfStatement': case 'ForInStatement': return node.right.type === 'ArrayExpression' && inside();
    case 'SpreadElement': return node.argument.type === 'ArrayExpression' && inside();
    case 'BinaryExpression': return node.operator !== 'in' && node.operator !== 'instanceof' && inside();
    case 'TaggedTemplateExpression': case 'YieldExpression': case 'AwaitExpression': case 'ClassExpression': case 'ClassDeclaration': return false;
    default: return inside();
  }
}

/** True for a pattern that takes apart what was made on the spot. */
function isFresh(pattern: Node): boolean {
  const { parent } = pattern;
  const value = (parent?.type === 'VariableDeclarator' ? parent.init : parent?.type === 'AssignmentExpression' ? parent.right : undefined) as Node | null | undefined;
  return value?.type === 'ArrayExpression' || value?.type === 'ObjectExpression';
}

const isPlain = (object: Node, facts: Facts): boolean => object.type === 'Identifier' && !facts.bindings.has(object) && plainGlobals.has(object.name as string);

function isQuietCallee(callee: Node, facts: Facts): boolean {
  if (callee.type === 'MemberExpression') return isPlain(unwrap(callee.object as Node), facts) && callee.object.name !== 'console';
  if (callee.type !== 'Identifier') return false;
  const binding = facts.bindings.get(callee);
  if (binding === undefined) return plainFunctions.has(callee.name as string);
  if (binding.imported?.name === 'chan') return isCourseModule(binding.imported.specifier);
  return binding.imported === undefined && isKnownFunction(binding) && isQuiet(binding, facts);
}

/** The course's own locks, channels and counters do nothing when they are made. */
function isQuietConstructor(callee: Node, facts: Facts): boolean {
  const root = callee.type === 'MemberExpression' ? unwrap(callee.object as Node) : callee;
  const imported = root.type === 'Identifier' ? facts.bindings.get(root)?.imported : undefined;
  return imported === undefined ? isQuietCallee(callee, facts) : isCourseModule(imported.specifier);
}
