import { isTypeOnly, isWrapper, type Node } from '../ast.ts';
import { emitArrow } from './arrows.ts';
import { emitAssignment, emitUpdate } from './assign.ts';
import { emitAwait } from './await.ts';
import { emitBlock } from './blocks.ts';
import { emitCall, emitNew } from './calls.ts';
import { emitCatch } from './catch.ts';
import { emitChain } from './chains.ts';
import { emitClass } from './classes.ts';
import type { Context } from './context.ts';
import { emitEnum } from './enums.ts';
import { emitBinary, emitTagged, emitUnary, emitWrapped, emitYield } from './expressions.ts';
import { emitFunctionDeclaration, emitFunctionExpression } from './functions.ts';
import { emitIdentifier, emitMeta, emitThis } from './identifiers.ts';
import { emitLoop, emitSpread } from './loops.ts';
import { emitMember } from './members.ts';
import { emitDefault, emitExport } from './modules.ts';
import { nameAs } from './naming.ts';
import { emitObject } from './objects.ts';
import { emitExpressionStatement, emitFor, emitLabeled, emitReturn, emitSwitch, emitThrow, emitVariables, ended } from './statements.ts';
import { breaks, copy } from './text.ts';

type Writer = (c: Context, node: Node) => string;

const gone: Writer = (c, node) => `;${breaks(c, node.start, node.end)}`;
const statement: Writer = (c, node) => ended(copy(c, node));
const verbatim: Writer = (c, node) => c.source.slice(node.start, node.end);

/** Array elements that are locks or channels go by the array's name: `locks[0]`. */
const array: Writer = (c, node) => {
  const holder = node.parent?.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? (node.parent.id.name as string) : undefined;
  const elements = node.elements as (Node | null)[];
  return copy(c, node, (child) => nameAs(c, child, holder && `${holder}[${elements.indexOf(child)}]`, c.emit(child)));
};

/** How each kind of node is written. The others are copied, their children written. */
const writers: Readonly<Record<string, Writer>> = {
  ArrayExpression: array,
  ArrowFunctionExpression: (c, node) => emitArrow(c, node),
  AssignmentExpression: emitAssignment,
  AwaitExpression: emitAwait,
  BinaryExpression: emitBinary,
  BlockStatement: (c, node) => emitBlock(c, node),
  BreakStatement: statement,
  CallExpression: emitCall,
  CatchClause: emitCatch,
  ChainExpression: emitChain,
  ClassDeclaration: (c, node) => (node.declare ? gone(c, node) : emitClass(c, node)),
  ClassExpression: emitClass,
  ContinueStatement: statement,
  DebuggerStatement: gone,
  DoWhileStatement: (c, node) => ended(emitLoop(c, node)),
  ExportAllDeclaration: gone,
  ExportDefaultDeclaration: emitDefault,
  ExportNamedDeclaration: emitExport,
  ExpressionStatement: emitExpressionStatement,
  ForInStatement: emitFor,
  ForOfStatement: emitFor,
  ForStatement: (c, node) => emitLoop(c, node),
  FunctionDeclaration: emitFunctionDeclaration,
  FunctionExpression: emitFunctionExpression,
  Identifier: emitIdentifier,
  ImportDeclaration: gone,
  LabeledStatement: emitLabeled,
  Literal: verbatim,
  MemberExpression: emitMember,
  MetaProperty: emitMeta,
  NewExpression: emitNew,
  ObjectExpression: emitObject,
  PrivateIdentifier: verbatim,
  ReturnStatement: emitReturn,
  SequenceExpression: (c, node) => `(${copy(c, node)})`,
  SpreadElement: emitSpread,
  SwitchStatement: emitSwitch,
  TaggedTemplateExpression: emitTagged,
  TemplateElement: verbatim,
  ThisExpression: (c) => emitThis(c),
  ThrowStatement: emitThrow,
  TSEnumDeclaration: emitEnum,
  TSModuleDeclaration: gone,
  TSDeclareFunction: gone,
  TSInterfaceDeclaration: gone,
  TSTypeAliasDeclaration: gone,
  UnaryExpression: emitUnary,
  UpdateExpression: emitUpdate,
  VariableDeclaration: emitVariables,
  WhileStatement: (c, node) => emitLoop(c, node),
  YieldExpression: emitYield,
};

export function emit(c: Context, node: Node): string {
  const write = writers[node.type];
  if (write) return write(c, node);
  if (isWrapper(node)) return emitWrapped(c, node);
  return isTypeOnly(node) ? breaks(c, node.start, node.end) : copy(c, node);
}
