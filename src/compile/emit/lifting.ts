import type { Node } from '../ast.ts';
import { takingOf, type Taking } from '../captured.ts';
import { engineGlobals } from '../globals.ts';
import { isLiftable } from '../lift.ts';
import type { Binding } from '../scopes.ts';
import { isSteady } from '../shared.ts';
import type { Context, Frame } from './context.ts';

/** What a function whose body is lifted takes from around it, while its text is being made. */
export interface Lift {
  /** The variable, at the top of the code, that holds the generator function once it is made. */
  readonly name: string;
  /** Names of the parameters that take something → what is passed for them, seen from around the function. */
  readonly takes: Map<string, string>;
  readonly takings: Map<Binding, Taking>;
  usesThis: boolean;
}

export const makeLift = (c: Context, fn: Node): Lift | undefined =>
  isLiftable(fn, c.facts) ? { name: c.lifted(), takes: new Map(), takings: new Map(), usesThis: false } : undefined;

interface LiftedFrame extends Frame {
  readonly lift: Lift;
}
const isLifted = (frame: Frame): frame is LiftedFrame => frame.lift !== undefined;

/** The lifted functions from here outwards, the innermost first, up to the function, module … `owner`, which is not one of them. */
function liftedAround(c: Context, owner?: Node): LiftedFrame[] {
  const found: LiftedFrame[] = [];
  for (let frame: Frame | undefined = c.frame; frame && frame.node !== owner; frame = frame.parent) if (isLifted(frame)) found.push(frame);
  return found;
}

/** The lifted functions between here and what declares `binding`. A function expression's own name is declared around it. */
function liftedTo(c: Context, binding: Binding): LiftedFrame[] {
  const around = liftedAround(c, binding.owner);
  if (binding.kind !== 'own-name' || binding.scope.node !== binding.owner) return around;
  return liftedAround(c).slice(0, around.length + (liftedAround(c)[around.length]?.node === binding.owner ? 1 : 0));
}

/** Hands `name` from function to function. The outermost one gets `value` for it. */
function take(around: readonly LiftedFrame[], name: string, value = name): void {
  around.forEach(({ lift }, i) => lift.takes.set(name, i === around.length - 1 ? value : name));
}

/** Hands on `name`, which is known in the text of `owner`, to where we are. */
export const takeFrom = (c: Context, owner: Frame, name: string): void => take(liftedAround(c, owner.node), name);

/** What to write for a variable here: its name, or the place where a live import or a variable from outside a lifted function is found. */
export function variableText(c: Context, id: Node): string {
  const binding = c.facts.bindings.get(id);
  if (!binding) return engineGlobal(c, id);
  const text = binding.text ?? binding.name;
  const around = liftedTo(c, binding);
  const outermost = around.at(-1);
  if (!outermost) return text;
  if (binding.live) {
    take(around, binding.live.holder);
    return text;
  }
  let taking = outermost.lift.takings.get(binding);
  if (taking === undefined) outermost.lift.takings.set(binding, (taking = takingOf(binding, outermost.node, c.facts)));
  if (taking === 'value') {
    take(around, text);
    return text;
  }
  const held = taking === 'cell' ? (binding.cell ?? '') : c.names.reference(binding);
  take(around, held, taking === 'cell' ? held : reference(c, text, !isSteady(binding)));
  return `${held}.v`;
}

/** A name that the engine gives is a variable of the module's body. Others are nobody's. */
function engineGlobal(c: Context, id: Node): string {
  const name = id.name as string;
  const uses = engineGlobals.has(name) ? c.facts.free.get(name) : undefined;
  if (!uses?.some(({ node }) => node === id)) return name;
  const around = liftedAround(c);
  if (!uses.some(({ writes }) => writes)) {
    take(around, name);
    return name;
  }
  if (around.length === 0) return name;
  const held = c.names.reference(name);
  take(around, held, reference(c, name, true));
  return `${held}.v`;
}

function reference(c: Context, text: string, isAssigned: boolean): string {
  const value = c.names.parameter(0);
  return `${c.engine}.ref(() => ${text}${isAssigned ? `, (${value}) => ${text} = ${value}` : ''})`;
}

/** Code for a variable's cell, handed on to here. */
export function cellText(c: Context, binding: Binding): string | undefined {
  if (binding.cell !== undefined) take(liftedTo(c, binding), binding.live?.holder ?? binding.cell);
  return binding.cell;
}

/** Notes that `this` is used here, by each lifted function whose `this` it is. */
export function noteThis(c: Context): void {
  for (let frame: Frame | undefined = c.frame; frame; frame = frame.isArrow ? frame.parent : undefined) if (frame.lift) frame.lift.usesThis = true;
}
