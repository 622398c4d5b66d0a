/**
 * The library's sources → the reference, by TypeScript's own compiler. What it reads are the declaration files that the editor has too, so that
 * signatures are those a learner is shown while typing, and what is internal is gone already.
 */
import path from 'node:path';
import ts from 'typescript';
import { docOf, isSilent } from './doc.ts';
import type { Doc, Entry, EntryKind, Member, Module } from './types.ts';

/** Reads `modules` (what a program writes → its entry's declaration file) out of `declarations`, which are texts by path. */
export function readModules(declarations: Readonly<Record<string, string>>, modules: Readonly<Record<string, string>>): Module[] {
  const program = ts.createProgram(Object.values(modules), { noLib: true, types: [], moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext }, hostOf(declarations));
  const checker = program.getTypeChecker();
  return Object.entries(modules).map(([specifier, file]) => {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    if (symbol === undefined) throw new Error(`${specifier}: there is no module in ${file}`);
    return { name: specifier.slice(specifier.lastIndexOf('/') + 1), specifier, entries: entriesOf(checker, symbol, '') };
  });
}

/** A file system that holds the declarations and nothing else. */
function hostOf(declarations: Readonly<Record<string, string>>): ts.CompilerHost {
  return {
    fileExists: (file) => Object.hasOwn(declarations, file),
    readFile: (file) => declarations[file],
    getSourceFile: (file, version) => (Object.hasOwn(declarations, file) ? ts.createSourceFile(file, declarations[file] as string, version, true) : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => {},
    getCurrentDirectory: () => '',
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    directoryExists: () => true,
    getDirectories: () => [],
  };
}

function entriesOf(checker: ts.TypeChecker, module: ts.Symbol, prefix: string): Entry[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = prefix + exported.name;
    const declared = symbol.declarations ?? [];
    const first = declared[0];
    if (first === undefined) throw new Error(`${name} is exported and declared nowhere`);
    if (ts.isSourceFile(first)) return [{ name, kind: 'namespace', signature: `import { ${name} }`, doc: docOfFile(exported, first), members: [], file: sourceOf(first) }, ...entriesOf(checker, symbol, `${name}.`)];
    return [entryOf(checker, name, declared)];
  });
}

/** A namespace has its docstring at its export, or at the head of its file. */
function docOfFile(exported: ts.Symbol, file: ts.SourceFile): Doc {
  const at = exported.declarations?.[0];
  const statement = at && ts.findAncestor(at, ts.isExportDeclaration);
  return docOf(ts, statement ?? file);
}

function entryOf(checker: ts.TypeChecker, name: string, declared: readonly ts.Declaration[]): Entry {
  const first = declared[0] as ts.Declaration;
  const holder = ts.isVariableDeclaration(first) ? first.parent.parent : first;
  const docs = declared.map((declaration) => docOf(ts, ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration));
  return {
    name,
    kind: kindOf(first),
    signature: declared.map((declaration) => headOf(declaration)).join('\n'),
    doc: docs.find((doc) => !isSilent(doc)) ?? (docs[0] as Doc),
    members: declared.flatMap((declaration) => membersOf(checker, declaration)),
    file: sourceOf(holder.getSourceFile()),
  };
}

function kindOf(node: ts.Declaration): EntryKind {
  if (ts.isFunctionDeclaration(node)) return 'function';
  if (ts.isClassDeclaration(node)) return 'class';
  if (ts.isInterfaceDeclaration(node)) return 'interface';
  if (ts.isTypeAliasDeclaration(node)) return 'type';
  if (!ts.isVariableDeclaration(node)) throw new Error(`${node.getText().slice(0, 60)}: the reference does not know this kind of export`);
  return node.type !== undefined && ts.isFunctionTypeNode(node.type) ? 'function' : 'constant';
}

/** What stands before the members, or all of it: `class Mutex implements Locker`. */
function headOf(node: ts.Declaration): string {
  const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const text = whole.getText().replace(/^export\s+(default\s+)?(declare\s+)?|^declare\s+/, '');
  if (!ts.isClassDeclaration(node) && !isCallable(node)) return text;
  return text.slice(0, bodyStart(whole, node) - (whole.getText().length - text.length)).trimEnd();
}

/** An interface with methods is drawn as a class is, method by method; one that is only data, as a whole. */
function isCallable(node: ts.Declaration): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.members.some((member) => isMethod(member));
}

function bodyStart(whole: ts.Node, node: ts.ClassDeclaration | ts.InterfaceDeclaration): number {
  const open = node.getChildren().find((child) => child.kind === ts.SyntaxKind.OpenBraceToken);
  return (open?.getStart() ?? node.end) - whole.getStart();
}

function isMethod(node: ts.Node): boolean {
  return ts.isMethodDeclaration(node) || ts.isMethodSignature(node) || (ts.isPropertySignature(node) && node.type !== undefined && ts.isFunctionTypeNode(node.type));
}

function membersOf(checker: ts.TypeChecker, node: ts.Declaration): Member[] {
  if (!ts.isClassDeclaration(node) && !isCallable(node)) return [];
  const found = new Map(inheritedMembers(checker, node).filter(({ name }) => name !== 'constructor').map((member) => [member.name, member]));
  const own = new Set<string>();
  for (const member of node.members) {
    const name = nameOf(member);
    if (name === undefined || isHidden(member)) continue;
    const before = own.has(name) ? found.get(name) : undefined;
    own.add(name);
    const doc = docOf(ts, member);
    const signature = member.getText();
    // Overloads share one place, under the docstring that says something; a getter and its setter do too.
    found.set(name, before === undefined ? { name, isMethod: isMethod(member), signature, doc } : { ...before, signature: `${before.signature}\n${signature}`, doc: isSilent(before.doc) ? doc : before.doc });
  }
  return [...found.values()];
}

/** What a base class that nobody can import gives: it has no section of its own to be read in. */
function inheritedMembers(checker: ts.TypeChecker, node: ts.Declaration): Member[] {
  if (!ts.isClassDeclaration(node)) return [];
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const symbol = base && checker.getSymbolAtLocation(base.expression);
  const declared = symbol && (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).declarations?.find((declaration) => ts.isClassDeclaration(declaration));
  const isExported = declared === undefined || ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export;
  return isExported ? [] : membersOf(checker, declared);
}

function nameOf(member: ts.ClassElement | ts.TypeElement): string | undefined {
  if (ts.isConstructorDeclaration(member)) return 'constructor';
  if (member.name === undefined || ts.isPrivateIdentifier(member.name)) return undefined;
  return ts.isComputedPropertyName(member.name) ? `[${member.name.expression.getText()}]` : member.name.text;
}

function isHidden(member: ts.ClassElement | ts.TypeElement): boolean {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword);
}

const sourceOf = (file: ts.SourceFile): string => path.posix.normalize(file.fileName.replace(/\.d\.ts$/, '.ts'));
