import { childrenOf, isFunction, isPattern, unwrap, type Node } from './ast.ts';
import type { Binding, Facts } from './scopes.ts';

/** What the text of one file tells. */
interface Text {
  readonly program: Node;
  readonly facts: Facts;
  /** Objects that no other task can get hold of. */
  readonly locals: ReadonlySet<Binding>;
}

/** Names by which the contents of arrays are changed; those that course objects have too count only beside a map, a set or a view of bytes. */
const changing = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'assign', 'defineProperty', 'defineProperties', 'deleteProperty', 'Reflect', 'iterator']);
const changingMaps = new Set(['set', 'add', 'delete', 'clear']);
const isKeeper = (name: string): boolean => name === 'Map' || name === 'Set' || (name !== 'Array' && name.endsWith('Array'));

/**
 * True if something in the program could change what a loop goes through, while it does: an array's contents, a map's, or what a generator gives next. The
 * text of all files is asked for the words that it takes; a program without them has no list that changes.
 */
export function changesContainers(files: readonly Text[]): boolean {
  const hasMaps = files.some(({ facts }) => [...facts.free.keys()].some(isKeeper));
  const isName = (name: unknown): boolean => typeof name === 'string' && (changing.has(name) || (hasMaps && changingMaps.has(name)));
  return files.some(({ program, facts, locals }) => {
    const isLocal = (object: Node): boolean => locals.has(facts.bindings.get(unwrap(object)) as Binding);
    const isElement = (target: Node): boolean => target.type === 'MemberExpression' && (target.computed === true || target.property.name === 'length') && !isLocal(target.object as Node);
    const changes = (node: Node, isTarget: boolean): boolean => {
      switch (node.type) {
        case 'Identifier': case 'PrivateIdentifier': return isName(node.name);
        case 'Literal': return isName(node.value);
        case 'MemberExpression':
          if (isTarget && isElement(node)) return true;
          return changes(node.object as Node, false) || ((node.computed === true || !isLocal(node.object as Node)) && changes(node.property as Node, false));
        case 'AssignmentExpression': case 'AssignmentPattern': case 'ForOfStatement': case 'ForInStatement':
          return childrenOf(node).some((child) => changes(unwrap(child), child === node.left));
        case 'UpdateExpression': return changes(unwrap(node.argument as Node), true);
        case 'UnaryExpression': return changes(unwrap(node.argument as Node), node.operator === 'delete');
        default:
          if (isFunction(node) && node.generator === true) return true;
          // What stands in a pattern is a target, and so is what its parts hold.
          return childrenOf(node).some((child) => changes(unwrap(child), isPattern(node) || (isTarget && (node.type === 'Property' || node.type === 'RestElement'))));
      }
    };
    return changes(program, false);
  });
}
