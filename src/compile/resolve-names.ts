import { childrenOf, isFunction, isPattern, isTypeOnly, isWrapper, type Node } from './ast.ts';
import { makeScope, type BindingKind, type Facts, type Scope } from './scopes.ts';
import { SymbolTable, type Extra } from './symbol-table.ts';

/** Walks a file once, declares every variable in its scope, sets `parent` of every node, then links uses to declarations. */
export function resolveNames(program: Node): Facts {
  const table = new SymbolTable();

  const visitAll = (nodes: readonly (Node | null)[], scope: Scope, parent: Node): void => {
    for (const node of nodes) if (node) visit(node, scope, parent);
  };

  /** The names that a pattern declares (`kind`) or assigns to (no kind). Defaults and computed keys are ordinary values. */
  const target = (node: Node, scope: Scope, parent: Node, kind?: BindingKind, extra: Extra = {}, alsoReads = false): void => {
    node.parent = parent;
    if (node.type === 'Identifier') {
      if (kind) table.declare(node, kind, scope, extra);
      else table.refer(node, scope, alsoReads, true);
    } else if (isPattern(node)) {
      for (const part of (node.properties ?? node.elements) as (Node | null)[]) if (part) target(part, scope, node, kind, { head: extra.head });
    } else if (node.type === 'Property') {
      if (node.computed) visit(node.key as Node, scope, node);
      target(node.value as Node, scope, node, kind, extra);
    } else if (node.type === 'AssignmentPattern') {
      target(node.left as Node, scope, node, kind, { head: extra.head });
      visit(node.right as Node, scope, node);
    } else if (node.type === 'RestElement') target(node.argument as Node, scope, node, kind, { head: extra.head });
    else if (node.type === 'TSParameterProperty') target(node.parameter as Node, scope, node, kind, extra);
    else if (isWrapper(node)) target(node.expression as Node, scope, node, kind, extra, alsoReads);
    else visit(node, scope, parent);
  };

  const visitFunction = (node: Node, outer: Scope): void => {
    let around = outer;
    if (node.type === 'FunctionExpression' && node.id) {
      around = makeScope(node, outer, false, node);
      table.declare(node.id as Node, 'own-name', around);
    }
    const scope = table.open(node, around, true, node);
    for (const parameter of node.params as Node[]) target(parameter, scope, node, 'param');
    const body = node.body as Node | undefined;
    if (!body) return;
    body.parent = node;
    // What parameters use is looked up outside the body, so a body after parameters that compute something has a scope of its own.
    const isPlain = (node.params as Node[]).every(({ type }) => type === 'Identifier');
    if (body.type === 'BlockStatement') visitAll(body.body as Node[], isPlain ? scope : table.open(body, scope, true, node), body);
    else visit(body, scope, node);
  };

  const visitDeclarations = (node: Node, scope: Scope, head?: Node): void => {
    if (node.declare) return;
    const kind: BindingKind = node.kind === 'await using' ? 'using' : node.kind;
    for (const declarator of node.declarations as Node[]) {
      declarator.parent = node;
      const init = (declarator.init as Node | null) ?? undefined;
      target(declarator.id as Node, scope, declarator, kind, { init, head: kind === 'var' ? undefined : head });
      // A `var` with a value may be reached again, in a loop or by a second declaration: that is a write.
      if (kind === 'var' && init) target(declarator.id as Node, scope, declarator);
      if (init) visit(init, scope, declarator);
    }
  };

  const visitFor = (node: Node, outer: Scope): void => {
    const scope = table.open(node, outer, false, outer.owner);
    const head = (node.type === 'ForStatement' ? node.init : node.left) as Node | null;
    if (head) head.parent = node;
    if (head?.type === 'VariableDeclaration') visitDeclarations(head, scope, node);
    else if (head && node.type === 'ForStatement') visit(head, scope, node);
    else if (head) target(head, scope, node);
    const isRepeatedVar = head?.type === 'VariableDeclaration' && head.kind === 'var' && node.type !== 'ForStatement';
    if (isRepeatedVar) target((head.declarations as Node[])[0]?.id as Node, scope, head);
    visitAll(node.type === 'ForStatement' ? [node.test, node.update, node.body] : [node.right, node.body], scope, node);
  };

  const visit = (node: Node, scope: Scope, parent: Node): void => {
    if (isTypeOnly(node)) return;
    node.parent = parent;
    if (isFunction(node)) {
      if (node.type === 'FunctionDeclaration' && node.id) table.declare(node.id as Node, 'function', scope, { init: node });
      return visitFunction(node, scope);
    }
    switch (node.type) {
      case 'Identifier': return table.refer(node, scope, true, false);
      case 'ImportDeclaration': {
        for (const specifier of node.specifiers as Node[]) {
          if (node.importKind === 'type' || specifier.importKind === 'type') continue;
          const name = specifier.type === 'ImportSpecifier' ? ((specifier.imported.name ?? specifier.imported.value) as string) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
          table.declare(specifier.local as Node, 'import', scope, { specifier: node.source.value as string, name });
        }
        return;
      }
      case 'ExportNamedDeclaration':
        if (node.exportKind === 'type') return;
        if (node.declaration) visit(node.declaration as Node, scope, node);
        else if (!node.source) for (const specifier of node.specifiers as Node[]) if (specifier.exportKind !== 'type') visit(specifier.local as Node, scope, specifier);
        return;
      case 'ExportAllDeclaration': return;
      case 'VariableDeclaration': return visitDeclarations(node, scope);
      case 'ForStatement': case 'ForInStatement': case 'ForOfStatement': return visitFor(node, scope);
      case 'BlockStatement': return visitAll(node.body as Node[], table.open(node, scope, false, scope.owner), node);
      case 'StaticBlock': return visitAll(node.body as Node[], table.open(node, scope, true, node), node);
      case 'SwitchStatement':
        visit(node.discriminant as Node, scope, node);
        return visitAll(node.cases as Node[], table.open(node, scope, false, scope.owner), node);
      case 'CatchClause': {
        const inner = table.open(node, scope, false, scope.owner);
        if (node.param) target(node.param as Node, inner, node, 'catch');
        return visit(node.body as Node, inner, node);
      }
      case 'ClassDeclaration': case 'ClassExpression': {
        if (node.declare) return;
        let inner = scope;
        if (node.id) node.id.parent = node;
        if (node.id && node.type === 'ClassDeclaration') table.declare(node.id as Node, 'class', scope, { init: node });
        else if (node.id) {
          inner = table.open(node, scope, false, scope.owner);
          table.declare(node.id as Node, 'own-name', inner);
        }
        return visitAll([...((node.decorators as Node[] | undefined) ?? []), node.superClass as Node | null, node.body as Node], inner, node);
      }
      case 'PropertyDefinition': {
        if (node.declare || node.abstract) return;
        if (node.computed) visit(node.key as Node, scope, node);
        const field = table.open(node, scope, true, node);
        return visitAll([...((node.decorators as Node[] | undefined) ?? []), node.value as Node | null], field, node);
      }
      case 'MethodDefinition': case 'Property':
        if (node.computed) visit(node.key as Node, scope, node);
        return visitAll([...((node.decorators as Node[] | undefined) ?? []), node.value as Node], scope, node);
      case 'MemberExpression':
        visit(node.object as Node, scope, node);
        if (node.computed) visit(node.property as Node, scope, node);
        return;
      case 'AssignmentExpression':
        target(node.left as Node, scope, node, undefined, {}, node.operator !== '=');
        return visit(node.right as Node, scope, node);
      case 'UpdateExpression': return target(node.argument as Node, scope, node, undefined, {}, true);
      case 'LabeledStatement': return visit(node.body as Node, scope, node);
      case 'BreakStatement': case 'ContinueStatement': case 'MetaProperty': return;
      case 'TSEnumDeclaration': {
        if (node.declare) return;
        node.id.parent = node;
        table.declare(node.id as Node, 'enum', scope);
        const inner = table.open(node, scope, false, scope.owner);
        for (const member of node.members as Node[]) {
          member.parent = node;
          member.id.parent = member;
          if ((member.id as Node).type === 'Identifier') table.declare(member.id as Node, 'const', inner);
          if (member.initializer) visit(member.initializer as Node, inner, member);
        }
        return;
      }
      case 'TSModuleDeclaration': case 'TSImportEqualsDeclaration': case 'TSExportAssignment': return;
      default: return visitAll(childrenOf(node), scope, node);
    }
  };

  const top = table.open(program, undefined, true, program);
  visitAll(program.body as Node[], top, program);

  return table.link();
}
