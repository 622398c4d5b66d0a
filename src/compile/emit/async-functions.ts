import type { Node } from '../ast.ts';
import type { Capture, Context, Frame } from './context.ts';
import { makeFrame } from './context.ts';
import { partsIn } from './functions.ts';
import { makeLift } from './lifting.ts';
import { isThis } from './parameters.ts';
import { quote } from './text.ts';

/** What each capture is, seen from around the function. */
export const captured: Readonly<Record<Capture, string>> = {
  this: '() => this',
  arguments: 'arguments',
  'new.target': 'new.target',
  'super.get': '($key) => super[$key]',
  'super.set': '($key, $value) => super[$key] = $value',
};

/** An async function while it is written: its parameters and body, as those of a generator function. */
export interface Written {
  readonly fn: Node;
  readonly frame: Frame;
  readonly parts: string;
}

export const asyncFrame = (c: Context, fn: Node, isArrow = false): Frame => makeFrame(fn.generator ? 'asyncGenerator' : 'async', fn, c.frame, { isArrow, lift: makeLift(c, fn) });

/** Parameters and body of an async function that is no arrow. */
export function write(c: Context, fn: Node, from: number): Written {
  const frame = asyncFrame(c, fn);
  return { fn, frame, parts: partsIn(c, fn, from, frame) };
}

const parametersOf = (fn: Node): Node[] => (fn.params as Node[]).filter((parameter) => !isThis(parameter));

/** Parameters of a function that passes them on, so that its `length` is the language's: it counts those before the first default. */
export const passedParameters = (c: Context, fn: Node): string =>
  parametersOf(fn).map((parameter, i) => (parameter.type === 'RestElement' ? '...' : '') + c.names.parameter(i) + (parameter.type === 'AssignmentPattern' ? ' = void 0' : '')).join(', ');

export const passed = (c: Context, fn: Node): string[] => parametersOf(fn).map((parameter, i) => (parameter.type === 'RestElement' ? '...' : '') + c.names.parameter(i));

/** The generator function of a lifted function, made if it is not yet there. */
export function liftedText({ frame, parts }: Written): string {
  const taken = [...(frame.lift?.takes.keys() ?? []), ...frame.captures.values()].join(', ');
  const whole = taken === '' ? parts : parts.replace(/\((\s*\))?/, (_, end: string | undefined) => `(${taken}${end ?? ', '}`);
  return `${frame.lift?.name ?? ''} ??= function* ${whole}`;
}

/** Calls the generator function of a lifted function with what the function takes and with its own arguments. */
export function liftedCall(c: Context, { fn, frame }: Written, self: string): string {
  const values = [...(frame.lift?.takes.values() ?? []), ...[...frame.captures.keys()].map((what) => captured[what]), ...passed(c, fn)];
  return frame.lift?.usesThis ? `${frame.lift.name}.call(${[self, ...values].join(', ')})` : `${frame.lift?.name ?? ''}(${values.join(', ')})`;
}

/** A function, `head` and parameters and body, that returns the steps of `written`. */
export const stepsFunction = (c: Context, written: Written, head: { readonly lifted: string; readonly generator: string }): string =>
  written.frame.lift ? `${head.lifted}(${passedParameters(c, written.fn)}) { return (${liftedText(written)}, ${liftedCall(c, written, 'this')}); }` : `${head.generator}${written.parts}`;

/** True if a parameter does more than take its value, so that calling the function can fail before its body. */
const isDemanding = (parameter: Node): boolean => parameter.type !== 'Identifier' && !(parameter.type === 'RestElement' && parameter.argument.type === 'Identifier');

/** Starts the steps that `call` makes. What the parameters throw is the task's failure, except in a generator. */
export function started(c: Context, fn: Node, call: string, name: string): string {
  if (fn.generator) return `${c.engine}.startGenerator(${call}, ${quote(name)})`;
  return (fn.params as Node[]).some(isDemanding) ? `${c.engine}.begin(() => ${call}, ${quote(name)})` : `${c.engine}.start(${call}, ${quote(name)})`;
}

/** A property named `name` is the cheapest way to give a function its name: it costs nothing when the function is made. */
const key = (name: string): string => (name === '__proto__' ? '["__proto__"]' : quote(name));

/** An arrow that goes by `name`. */
export const namedArrow = (name: string, text: string): string => (name === '' ? text : `{ ${key(name)}: ${text} }[${quote(name)}]`);

/** A function that starts the steps that `call` makes, and goes by `name`. A method, for it is no constructor. */
export const startingMethod = (c: Context, fn: Node, call: string, name: string): string =>
  `{ ${key(name)}(${passedParameters(c, fn)}) { return ${started(c, fn, call, name)}; } }[${quote(name)}]`;

/** The async function, or async generator function, that an expression or a method of an object makes. */
export function madeFunction(c: Context, written: Written, name: string): string {
  const { fn, frame, parts } = written;
  if (!frame.lift) return `${c.engine}.${fn.generator ? 'asyncGenerator' : 'async'}(function* ${parts}, ${quote(name)})`;
  const call = liftedCall(c, written, 'this');
  const steps = `function (${passedParameters(c, fn)}) { return ${call}; }`;
  if (fn.generator) return `${c.engine}.asyncGenerator((${liftedText(written)}, ${steps}), ${quote(name)})`;
  return `${c.engine}.mark((${liftedText(written)}, ${startingMethod(c, fn, call, name)}), ${steps})`;
}
