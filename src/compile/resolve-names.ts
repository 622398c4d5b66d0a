import { childrenOf, isFunction, isPattern, isTypeOnly, isWrapper, type Node } from './ast.ts';
import { find, makeScope, type Binding, type BindingKind, type Facts, type Reference, type Scope } from './scopes.ts';

interface Extra {
  readonly init?: Node | undefined;
  readonly head?: Node | undefined;
  readonly specifier?: string;
  readonly name?: string;
}

/** Walks a file once, declares every variable in its scope, sets `parent` of every node, then links uses to declarations. */
export function resolveNames(program: Node): Facts {
  const bindings = new Map<Node, Binding>();
  const scopes = new Map<Node, Scope>();
  const references: Reference[] = [];
  const free = new Map<string, Reference[]>();

  const open = (node: Node, parent: Scope | undefined, holdsVar: boolean, owner: Node): Scope => {
    const scope = makeScope(node, parent, holdsVar, owner);
    scopes.set(node, scope);
    return scope;
  };

  const declare = (id: Node, kind: BindingKind, at: Scope, extra: Extra = {}): void => {
    let scope = at;
    if (kind === 'var') while (!scope.holdsVar && scope.parent) scope = scope.parent;
    const known = scope.bindings.get(id.name as string);
    if (known && (kind === 'var' || kind === 'function')) {
      bindings.set(id, known);
      if (kind === 'function') refer(id, scope, false, true);
      return;
    }
    const imported = extra.specifier === undefined ? undefined : { specifier: extra.specifier, name: extra.name ?? '*' };
    const binding: Binding = {
      name: id.name as string, kind, node: id, scope, owner: scope.owner, init: extra.init, head: extra.head, imported, references: [], captured: false, exported: false,
    };
    scope.bindings.set(binding.name, binding);
    bindings.set(id, binding);
  };

  const refer = (node: Node, scope: Scope, reads: boolean, writes: boolean): void => {
    references.push({ node, scope, owner: scope.owner, reads, writes });
  };

  const visitAll = (nodes: readonly (Node | null)[], scope: Scope, parent: Node): void => {
    for (const node of nodes) if (node) visit(node, scope, parent);
  };

  /** The names that a pattern declares (`kind`) or assigns to (no kind). Defaults and computed keys are ordinary values. */
  const target = (node: Node, scope: Scope, parent: Node, kind?: BindingKind, extra: Extra = {}, alsoReads = false): void => {
    node.parent = parent;
    if (node.type === 'Identifier') {
      if (kind) declare(node, kind, scope, extra);
      else refer(node, scope, alsoReads, true);
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
      declare(node.id as Node, 'own-name', around);
    }
    const scope = open(node, around, true, node);
    for (const parameter of node.params as Node[]) target(parameter, scope, node, 'param');
    const body = node.body as Node | undefined;
    if (!body) return;
    body.parent = node;
    if (body.type === 'BlockStatement') visitAll(body.body as Node[], scope, body);
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
    const scope = open(node, outer, false, outer.owner);
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
      if (node.type === 'FunctionDeclaration' && node.id) declare(node.id as Node, 'function', scope, { init: node });
      return visitFunction(node, scope);
    }
    switch (node.type) {
      case 'Identifier': return refer(node, scope, true, false);
      case 'ImportDeclaration': {
        for (const specifier of node.specifiers as Node[]) {
          if (node.importKind === 'type' || specifier.importKind === 'type') continue;
          const name = specifier.type === 'ImportSpecifier' ? ((specifier.imported.name ?? specifier.imported.value) as string) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
          declare(specifier.local as Node, 'import', scope, { specifier: node.source.value as string, name });
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
      case 'BlockStatement': return visitAll(node.body as Node[], open(node, scope, false, scope.owner), node);
      case 'StaticBlock': return visitAll(node.body as Node[], open(node, scope, true, node), node);
      case 'SwitchStatement':
        visit(node.discriminant as Node, scope, node);
        return visitAll(node.cases as Node[], open(node, scope, false, scope.owner), node);
      case 'CatchClause': {
        const inner = open(node, scope, false, scope.owner);
        if (node.param) target(node.param as Node, inner, node, 'catch');
        return visit(node.body as Node, inner, node);
      }
      case 'ClassDeclaration': case 'ClassExpression': {
        if (node.declare) return;
        let inner = scope;
        if (node.id && node.type === 'ClassDeclaration') declare(node.id as Node, 'class', scope);
        else if (node.id) {
          inner = open(node, scope, false, scope.owner);
          declare(node.id as Node, 'own-name', inner);
        }
        return visitAll([...((node.decorators as Node[] | undefined) ?? []), node.superClass as Node | null, node.body as Node], inner, node);
      }
      case 'PropertyDefinition': {
        if (node.declare || node.abstract) return;
        if (node.computed) visit(node.key as Node, scope, node);
        const field = open(node, scope, true, node);
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
        declare(node.id as Node, 'enum', scope);
        const inner = open(node, scope, false, scope.owner);
        for (const member of node.members as Node[]) {
          if ((member.id as Node).type === 'Identifier') declare(member.id as Node, 'const', inner);
          if (member.initializer) visit(member.initializer as Node, inner, member);
        }
        return;
      }
      case 'TSModuleDeclaration': case 'TSImportEqualsDeclaration': case 'TSExportAssignment': return;
      default: return visitAll(childrenOf(node), scope, node);
    }
  };

  const top = open(program, undefined, true, program);
  visitAll(program.body as Node[], top, program);

  for (const reference of references) {
    const binding = find(reference.scope, reference.node.name as string);
    if (!binding) {
      const others = free.get(reference.node.name as string);
      if (others) others.push(reference);
      else free.set(reference.node.name as string, [reference]);
      continue;
    }
    bindings.set(reference.node, binding);
    binding.references.push(reference);
    if (reference.owner !== binding.owner) binding.captured = true;
  }
  return { bindings, scopes, free };
}
