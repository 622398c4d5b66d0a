import { isWrapper, type Node } from './ast.ts';
import type { Facts } from './scopes.ts';

/**
 * True if evaluating `node` runs nothing of the program, and gives the same whether other tasks run before it or after. Such a
 * value may be evaluated after the point that precedes its use.
 */
export function isPure(node: Node | null, facts: Facts): boolean {
  if (!node) return true;
  const all = (nodes: readonly (Node | null)[]): boolean => nodes.every((child) => isPure(child, facts));
  if (isWrapper(node)) return isPure(node.expression as Node, facts);
  switch (node.type) {
    case 'Literal': case 'ThisExpression': case 'FunctionExpression': case 'ArrowFunctionExpression': return true;
    case 'Identifier': {
      const binding = facts.bindings.get(node);
      return binding ? binding.cell === undefined : node.name !== 'arguments';
    }
    case 'TemplateLiteral': return all(node.expressions as Node[]);
    case 'UnaryExpression': return node.operator !== 'delete' && isPure(node.argument as Node, facts);
    case 'BinaryExpression': return node.operator !== 'in' && node.operator !== 'instanceof' && all([node.left as Node, node.right as Node]);
    case 'LogicalExpression': return all([node.left as Node, node.right as Node]);
    case 'ConditionalExpression': return all([node.test as Node, node.consequent as Node, node.alternate as Node]);
    case 'ArrayExpression': return all(node.elements as (Node | null)[]);
    case 'ObjectExpression':
      return (node.properties as Node[]).every((property) => property.type === 'Property' && property.kind === 'init' && !property.computed && isPure(property.value as Node, facts));
    default: return false;
  }
}
