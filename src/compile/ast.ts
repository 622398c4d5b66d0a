/**
 * A node of the parser's tree. The fields differ by `type`, as ESTree and the TypeScript plugin define them; the index
 * signature keeps the readers of the tree short. It is internal to this folder.
 */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  parent?: Node;
  readonly [field: string]: any;
}

const notChildren = new Set(['type', 'start', 'end', 'loc', 'parent', 'raw', 'extra', 'regex']);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && typeof (value as Node).start === 'number';

/** The nodes directly inside `node`, types included, in the order of the text. A shorthand property counts once. */
export function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  for (const field in node) {
    if (notChildren.has(field)) continue;
    const value: unknown = node[field];
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value) && !found.includes(value)) found.push(value);
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((child, i) => i === 0 || child.start !== found[i - 1]?.start || child.end !== found[i - 1]?.end);
}

/** TypeScript's wrappers around a value. They vanish; what they wrap stays. */
const wrappers = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion', 'TSInstantiationExpression']);
export const isWrapper = (node: Node): boolean => wrappers.has(node.type);

/** The value inside any number of type wrappers. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression as Node;
  return inner;
}

const values = new Set([...wrappers, 'TSEnumDeclaration', 'TSEnumMember', 'TSParameterProperty', 'TSModuleDeclaration', 'TSImportEqualsDeclaration', 'TSExportAssignment', 'TSExternalModuleReference']);

/** True for a node that exists for the type checker only. */
export const isTypeOnly = (node: Node): boolean => node.type.startsWith('TS') && !values.has(node.type);

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
export const isFunction = (node: Node): boolean => functions.has(node.type);

const patterns = new Set(['ObjectPattern', 'ArrayPattern']);
export const isPattern = (node: Node): boolean => patterns.has(node.type);

/** The name that a key stands for, if the text alone says it: `a`, `"a"`, `1`, `#a`. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name as string}`;
  if (!computed && key.type === 'Identifier') return key.name as string;
  if (key.type === 'Literal' && !key.regex) return String(key.value);
  return undefined;
}
