import { childrenOf, isFunction, type Node } from './ast.ts';
import { courseModuleWith } from './courses.ts';
import type { Facts } from './scopes.ts';

type Report = (node: Node, message: string, hint?: string) => void;

/** Reports what cannot be lowered, and names of the course that are used without an import. */
export function refuse(program: Node, facts: Facts, report: Report): void {
  walk(program, undefined, report);
  for (const [name, uses] of facts.free) {
    const use = uses[0]?.node;
    if (!use) continue;
    if (name === '$') report(use, '$ is not defined', 'declare it, or use another name.');
    if (name === 'fetch' || name === 'XMLHttpRequest' || name === 'WebSocket') report(use, `${name} is not here: a program on this page reaches no network`, 'let a task sleep for as long as an answer would take.');
    if (name === 'eval') report(use, '"eval" is not available: the course must see the whole program', 'write the code itself.');
    if (name === 'Function') {
      const made = uses.find(({ node }) => !isTested(node) && !isMember(node.parent, node, 'prototype'));
      if (made) report(made.node, '"Function" cannot make functions here: the course must see the whole program', 'write the function itself.');
    }
    if (name === 'Array') {
      const made = uses.find(({ node }) => isMember(node.parent, node, 'fromAsync'));
      if (made) report(made.node, 'Array.fromAsync is not available: what it waits for is out of the scheduler\'s sight', 'write: for await (const value of values) all.push(value);');
    }
    const module = courseModuleWith(name);
    const isAsked = uses.every(({ node }) => node.parent?.type === 'UnaryExpression' && node.parent.operator === 'typeof');
    if (module !== undefined && !isAsked) report(use, `${name} is not imported`, `add: import { ${name} } from '${module}'`);
  }
}

/** Asked about, and not used: `typeof f`, `x instanceof f`. */
const isTested = ({ parent, start }: Node): boolean =>
  (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') || (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof' && (parent.right as Node).start === start);

const isMember = (member: Node | undefined, object: Node, name: string): boolean =>
  member?.type === 'MemberExpression' && member.object === object && ((member.property as Node).name === name || (member.property as Node).value === name);

const reasons: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ImportExpression: ['"import()" is not available in a lesson\'s program', 'import at the top of the file.'],
  Decorator: ['decorators are not supported in a lesson\'s program', 'call the function yourself, on the class or the method.'],
  TSImportEqualsDeclaration: ['"import … =" is not supported', 'write: import { name } from "module"'],
  TSExportAssignment: ['"export =" is not supported', 'write: export default …'],
};

function walk(node: Node, fn: Node | undefined, report: Report): void {
  const reason = reasons[node.type];
  if (reason) report(node, ...reason);
  if (node.type === 'TSModuleDeclaration') {
    if (!node.declare && holdsValues(node)) report(node, 'namespaces with values are not supported', 'use a file of its own and import it, or an object.');
    return;
  }
  if ((node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) && fn && !fn.async) reportAwait(node, fn, report);
  const inner = isFunction(node) || node.type === 'StaticBlock' ? node : fn;
  for (const child of childrenOf(node)) walk(child, node.type === 'PropertyDefinition' && child === node.value ? node : inner, report);
}

/** A namespace that holds types only vanishes. */
const holdsValues = (node: Node): boolean =>
  childrenOf(node).some((child) => (child.type === 'TSModuleBlock' || child.type === 'TSModuleDeclaration' || child.type === 'ExportNamedDeclaration' ? holdsValues(child) : !child.type.startsWith('TS') && child.type !== 'Identifier'));

function reportAwait(node: Node, fn: Node, report: Report): void {
  const word = node.type === 'AwaitExpression' ? 'await' : 'for await';
  if (!isFunction(fn)) return report(node, `"${word}" cannot be used in the value of a field or in a static block`, 'wait in an async function.');
  const name = nameOf(fn);
  const hint = fn.type === 'ArrowFunctionExpression' ? 'write "async" before its parameters.' : `write "async" before ${fn.type === 'FunctionDeclaration' ? '"function"' : 'it'}.`;
  report(node, `"${word}" needs an async function, and ${name === undefined ? 'the function around it' : `"${name}"`} is not async`, hint);
}

function nameOf(fn: Node): string | undefined {
  const named = (fn.id ?? (fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : fn.parent?.key)) as Node | null | undefined;
  return typeof named?.name === 'string' ? named.name : undefined;
}
