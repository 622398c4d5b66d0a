import type { Node } from '../ast.ts';
import { emitClass } from './classes.ts';
import type { Context } from './context.ts';
import { declaredNames } from './declared-names.ts';
import { emitFunctionDeclaration } from './functions.ts';
import { takesName } from './naming.ts';
import { ended } from './statements.ts';
import { breaks } from './text.ts';

/** `export …` of a declaration: the declaration. What is exported is said at the start of the module's body. */
export function emitExport(c: Context, node: Node): string {
  const declaration = node.declaration as Node | null;
  if (!declaration || node.exportKind === 'type') return `;${breaks(c, node.start, node.end)}`;
  return breaks(c, node.start, declaration.start) + c.emit(declaration) + breaks(c, declaration.end, node.end);
}

/** `export default …`. A value or a class without a name is stored under a name of ours. */
export function emitDefault(c: Context, node: Node): string {
  const declaration = node.declaration as Node;
  if (declaration.type.startsWith('TS') && declaration.type !== 'TSAsExpression' && declaration.type !== 'TSSatisfiesExpression' && declaration.type !== 'TSNonNullExpression') return `;${breaks(c, node.start, node.end)}`;
  const lead = breaks(c, node.start, declaration.start);
  if (declaration.type === 'FunctionDeclaration') return lead + emitFunctionDeclaration(c, declaration);
  if (declaration.type === 'ClassDeclaration' && declaration.id) return lead + emitClass(c, declaration);
  const value = declaration.type === 'ClassDeclaration' ? emitClass(c, declaration) : c.emit(declaration);
  const isNamed = declaration.type === 'ClassDeclaration' || (takesName(declaration) && !declaration.async);
  const named = isNamed ? `({ default: ${value} }).default` : value;
  return ended(`const ${defaultName(c, node)} = ${lead}${named}${breaks(c, declaration.end, node.end)}`);
}

/** The variable that holds what a file exports by default. */
export function defaultName(c: Context, node: Node): string {
  const declaration = node.declaration as Node;
  if (declaration.type === 'ClassDeclaration' && declaration.id) return declaration.id.name as string;
  return declaredNames(c, declaration.type === 'FunctionDeclaration' ? declaration : node).own;
}
