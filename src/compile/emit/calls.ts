import { isFunction, unwrap, type Node } from '../ast.ts';
import { isCourseModule } from '../courses.ts';
import { plainFunctions } from '../globals.ts';
import { isPure } from '../pure.ts';
import { isQuiet, isQuietNode } from '../quiet.ts';
import { isKnownFunction } from '../shared.ts';
import { emitArrow } from './arrows.ts';
import { isHandedOver, isStarted } from './await.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { capture, lexicalOwner, variable } from './identifiers.ts';
import { markedArguments } from './marks.ts';
import { access, isObserved, isRepeatable, plainMember, superKey } from './members.ts';
import { place, point } from './points.ts';
import { assignsAll, propertyAccess, readsArguments, readsDeeply, readWhole } from './whole.ts';
import { breaks, copy, copyList, gap, indexAfter, quote, sequence } from './text.ts';

/** Arguments as they stand between the parentheses. `lead` holds the line breaks between the callee and them. */
export function emitArguments(c: Context, node: Node): { readonly lead: string; readonly list: string } {
  const callee = node.callee as Node;
  const types = node.typeArguments as Node | undefined;
  const from = types?.end ?? callee.end;
  const args = node.arguments as Node[];
  const open = indexAfter(c, '(', from, args[0]?.start ?? node.end);
  const reads = readsArguments(c, unwrap(callee));
  const isDeep = readsDeeply(c, unwrap(callee));
  const emitArgument = (argument: Node): string => {
    const isHanded = isHandedOver(c, node, argument);
    if (isStarted(c, node, argument) || (isHanded && argument.async)) return emitArrow(c, argument, true, isHanded);
    return reads ? readWhole(c, argument, c.emit(argument), isDeep) : c.emit(argument);
  };
  return { lead: breaks(c, callee.end, open), list: markedArguments(c, node, copyList(c, args, open + 1, node.end - 1, emitArgument)) };
}

const areArgumentsPure = (c: Context, node: Node): boolean => (node.arguments as Node[]).every((argument) => isPure(argument, c.facts));

/** The callee as the host's own message would name it. */
export function calleeText(c: Context, callee: Node): string {
  const text = gap(c, callee.start, callee.end).replace(/\s+/g, ' ');
  return quote(text.length <= 60 ? text : `${text.slice(0, 57)}...`);
}

/** A call that nothing waits for. */
export function emitCall(c: Context, node: Node): string {
  const callee = unwrap(node.callee as Node);
  if (callee.type === 'Super') return emitSuperCall(c, node);
  if (callee.type === 'MemberExpression') {
    if (callee.object.type === 'Super') return emitSuperMethod(c, node, callee);
    if (isObserved(c, callee.object as Node) || isConsole(c, callee.object as Node)) return emitMethodCall(c, node, callee);
    if (isCourseImport(c, callee.object as Node)) return emitUnknownCall(c, node, callee);
    return emitPropertyCall(c, node, callee) ?? plainCall(c, node, plainMember(c, callee));
  }
  if (callee.type === 'ChainExpression') c.report(node, 'this call stands outside its optional chain', 'take the parentheses away: a?.b(), or name the function first.');
  if (callee.type === 'Identifier' && isUnknownFunction(c, callee)) return emitUnknownCall(c, node, callee);
  return plainCall(c, node, c.emit(node.callee as Node));
}

/** `Reflect.set(o, k, v)`, `Object.assign(o, …)`: what they do to the properties of the first argument. Undefined for other calls. */
function emitPropertyCall(c: Context, node: Node, callee: Node): string | undefined {
  const args = node.arguments as Node[];
  const access = propertyAccess(c, callee);
  if ((access === undefined && !assignsAll(c, callee)) || args.length < 2 || args[0]?.type === 'SpreadElement' || args[1]?.type === 'SpreadElement' || !isObserved(c, args[0] as Node)) return undefined;
  const { lead, list } = emitArguments(c, node);
  const held = temporary(c);
  const take = `${lead}${held} = [${list}]`;
  const call = `${plainMember(c, callee)}(...${held})`;
  if (access !== undefined) return sequence(take, point(c, access, `${held}[0], ${held}[1]`, callee), call);
  return sequence(take, `${c.engine}.sawAssigned(${call}, ${held}, ${place(c, callee)})`);
}

/** Printing is seen by everybody: others may print first. */
const isConsole = (c: Context, object: Node): boolean => object.type === 'Identifier' && object.name === 'console' && !c.facts.bindings.get(object);

/** `context.cause(…)`: a course function, found in a group of them. */
function isCourseImport(c: Context, object: Node): boolean {
  const imported = object.type === 'Identifier' ? c.facts.bindings.get(object)?.imported : undefined;
  return imported !== undefined && isCourseModule(imported.specifier);
}

function plainCall(c: Context, node: Node, callee: string): string {
  const before = breaks(c, node.start, node.callee.start as number);
  const { lead, list } = emitArguments(c, node);
  return `${before}${calleeCode(unwrap(node.callee as Node), callee)}${lead}(${list})`;
}

/** The callee `node`, whose code is `text`, as it stands before its arguments. A variable that is found in a cell is called without its cell as `this`. */
function calleeCode(node: Node, text: string): string {
  if (node.type === 'MemberExpression' || /^[\p{ID_Continue}$#]+$/u.test(text)) return text;
  return node.type === 'Identifier' && !text.startsWith('(') ? `(0, ${text})` : `(${text})`;
}

/**
 * A course function, a parameter, or anything else whose meaning the text does not tell: the kernel looks at it. A function
 * of the program, if it does anything that others could see: it runs to its end in one step, so others may go before it. With threads, any
 * function of the program: CPython may let another thread go at a call.
 */
function isUnknownFunction(c: Context, callee: Node): boolean {
  const binding = c.facts.bindings.get(callee);
  if (!binding) return !plainFunctions.has(callee.name as string);
  if (binding.imported) return true;
  return c.hasThreads || !isKnownFunction(binding) || !isQuiet(binding, c.facts);
}

function emitUnknownCall(c: Context, node: Node, callee: Node): string {
  const args = node.arguments as Node[];
  const isPlain = isRepeatable(c, callee, args);
  const target = isPlain ? variable(c, callee) : temporary(c);
  const setup = isPlain ? '' : `${target} = ${c.emit(callee)}, `;
  const { lead, list } = emitArguments(c, node);
  if (!canSuspend(c) || areArgumentsPure(c, node)) return sequence(setup + point(c, 'invokeFunction', target, node), `${target}${lead}(${list})`);
  const held = temporary(c);
  return sequence(`${setup}${lead}${held} = [${list}]`, point(c, 'invokeFunction', target, node), `${target}(...${held})`);
}

/** `new X(…)`. Where making one does something that others could see, they may go before, as before a call. */
export function emitNew(c: Context, node: Node): string {
  const callee = unwrap(node.callee as Node);
  const args = node.arguments as Node[];
  if (!canSuspend(c) || !isBusy(c, callee, args)) {
    const reads = callee.type === 'Identifier' && readsArguments(c, callee);
    const text = copy(c, node, (child) => (reads && args.includes(child) ? readWhole(c, child, c.emit(child)) : c.emit(child)));
    return args.length === 0 ? text : `${markedArguments(c, node, text.slice(0, -1))})`;
  }
  const isPlain = callee.type === 'Identifier' && isRepeatable(c, callee, args);
  const target = isPlain ? variable(c, callee) : temporary(c);
  const setup = `${breaks(c, node.start, node.callee.start as number)}${isPlain ? '' : `${target} = ${c.emit(node.callee as Node)}, `}`;
  const { lead, list } = emitArguments(c, node);
  const invoked = point(c, 'invokeFunction', target, callee);
  if (areArgumentsPure(c, node)) return sequence(`${setup}${lead}${invoked}`, `new ${calleeCode(callee, target)}(${list})`);
  const held = temporary(c);
  return sequence(`${setup}${lead}${held} = [${list}]`, invoked, `new ${calleeCode(callee, target)}(...${held})`);
}

/** True if `new callee(…)` runs something of the program that others could see, or may. Of a built-in, that is what it is given to call. */
function isBusy(c: Context, callee: Node, args: readonly Node[]): boolean {
  if (callee.type === 'MemberExpression') return isObserved(c, callee.object as Node);
  if (callee.type !== 'Identifier') return false;
  const binding = c.facts.bindings.get(callee);
  if (!binding) return args.some((argument) => isCallback(c, unwrap(argument)));
  if (binding.imported) return !isCourseModule(binding.imported.specifier);
  return !isKnownFunction(binding) || !isQuiet(binding, c.facts);
}

function isCallback(c: Context, argument: Node): boolean {
  if (isFunction(argument)) return !isQuietNode(argument, c.facts);
  const binding = argument.type === 'Identifier' ? c.facts.bindings.get(argument) : undefined;
  return binding !== undefined && isKnownFunction(binding) && !isQuiet(binding, c.facts);
}

function emitMethodCall(c: Context, node: Node, callee: Node): string {
  const target = access(c, callee, node.arguments as Node[]);
  return methodCall(c, node, callee, target);
}

/** `target.property(…)` with the point right before the call, after the method and the arguments have been evaluated. */
export function methodCall(c: Context, node: Node, callee: Node, target: { readonly setup: string; readonly object: string; readonly key: string; readonly property: string }): string {
  const { lead, list } = emitArguments(c, node);
  const before = `${target.setup}${lead}`;
  const invoked = point(c, 'invoke', `${target.object}, ${target.key}`, callee.property as Node, isUnusedAdd(node, callee));
  if (!canSuspend(c) || areArgumentsPure(c, node)) return sequence(before + invoked, `${target.property}(${list})`);
  const [method, held] = [temporary(c), temporary(c)];
  return sequence(
    `${before}${method} = ${target.property}`, `${held} = [${list}]`, invoked,
    `${c.helper('apply')}(${method}, ${target.object}, ${held}, ${calleeText(c, callee)})`,
  );
}

/** True for `x.add(…);` as a statement: additions whose results nobody uses can be swapped. */
const isUnusedAdd = (call: Node, callee: Node): boolean => call.parent?.type === 'ExpressionStatement' && !callee.computed && callee.property.name === 'add';

function emitSuperMethod(c: Context, node: Node, callee: Node): string {
  const { arrow } = lexicalOwner(c);
  const { lead, list } = emitArguments(c, node);
  if (!arrow) return `${plainMember(c, callee)}${lead}(${list})`;
  return `${capture(c, arrow, 'super.get')}(${superKey(c, callee)}).call(${c.emit({ ...callee.object, type: 'ThisExpression' } as Node)}, ${lead}${list})`;
}

function emitSuperCall(c: Context, node: Node): string {
  const { arrow } = lexicalOwner(c);
  if (arrow) c.report(node, '"super()" cannot be called in an async function', 'call it in the constructor itself.');
  const { lead, list } = emitArguments(c, node);
  return `super${lead}(${list})`;
}
