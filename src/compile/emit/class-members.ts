import { keyName, type Node } from '../ast.ts';
import { blockInside } from './blocks.ts';
import { makeFrame, temporary, within, type Context } from './context.ts';
import { passedParameters, started, startingMethod, stepsFunction, write } from './async-functions.ts';
import { emitParts } from './functions.ts';
import { nameAs } from './naming.ts';
import { isolated } from './parameters.ts';
import { breaks, quote } from './text.ts';

interface Around {
  readonly additions: { readonly statics: string[]; readonly fields: string[] };
  readonly isDerived: boolean;
  /** False if a later member of the same name replaces this one. */
  readonly isLast: boolean;
}

/** One member of a class. What exists for the type checker only leaves its line breaks. */
export function emitMember(c: Context, member: Node, around: Around): string {
  const isGone = member.abstract || member.declare || (member.type === 'MethodDefinition' && !(member.value as Node).body);
  if (isGone) return breaks(c, member.start, member.end);
  if (member.type === 'MethodDefinition') return emitMethod(c, member, around);
  if (member.type === 'PropertyDefinition') return emitField(c, member);
  if (member.type === 'StaticBlock') return emitStaticBlock(c, member);
  return breaks(c, member.start, member.end);
}

/** The key of a member as it stands in a class body: `a`, `"a"`, `#a`, `[…]`. */
export function keyText(c: Context, member: Node, held?: string): string {
  const key = member.key as Node;
  if (member.computed) return `[${held === undefined ? '' : `${held} = `}${c.emit(key)}]`;
  return c.source.slice(key.start, key.end);
}

function emitField(c: Context, member: Node): string {
  if (member.accessor) c.report(member, '"accessor" fields are not supported in a lesson\'s program', 'write a field, or a getter and a setter.');
  const key = member.key as Node;
  const value = member.value as Node | null;
  const lead = `${breaks(c, member.start, key.start)}${member.static ? 'static ' : ''}${keyText(c, member)}`;
  if (!value) return `${lead}${breaks(c, key.end, member.end)};`;
  const frame = makeFrame('plain', member, c.frame);
  const text = within(c, frame, () => nameAs(c, value, keyName(key, !!member.computed), isolated(c, value)));
  return `${lead}${breaks(c, key.end, value.start)} = ${text}${breaks(c, value.end, member.end)};`;
}

function emitStaticBlock(c: Context, member: Node): string {
  const frame = makeFrame('plain', member, c.frame);
  const open = c.source.indexOf('{', member.start);
  const text = within(c, frame, () => blockInside(c, member, member.body as Node[], open + 1, member.end - 1));
  return `${breaks(c, member.start, open)}static {${frame.temporaries.length === 0 ? '' : ` let ${frame.temporaries.join(', ')};`}${text}}`;
}

function emitMethod(c: Context, member: Node, around: Around): string {
  const fn = member.value as Node;
  const key = member.key as Node;
  const from = fn.start;
  const lead = breaks(c, member.start, key.start) + breaks(c, key.end, from);
  const prefix = member.static ? 'static ' : '';
  if (!fn.async) {
    const own = member.kind === 'get' || member.kind === 'set' ? `${member.kind as string} ` : fn.generator ? '*' : '';
    const written = keyText(c, member);
    return `${lead}${prefix}${own}${written}${emitParts(c, fn, from, member.kind === 'constructor' ? constructorParts(c, fn, around.isDerived) : {})}`;
  }
  if (key.type === 'PrivateIdentifier') return lead + emitPrivateAsync(c, member, fn, prefix, from, around);
  const held = member.computed ? temporary(c) : undefined;
  const name = keyName(key, !!member.computed);
  const written = keyText(c, member, held);
  if (around.isLast) around.additions.statics.push(makeAsync(c, fn, `this${member.static ? '' : '.prototype'}`, held, name));
  return `${lead}${prefix}${stepsFunction(c, write(c, fn, from), { lifted: written, generator: `*${written}` })}`;
}

/** Makes a method that returns steps async. What its name is may be known only when the class is made: `key` is code for it then. */
function makeAsync(c: Context, fn: Node, holder: string, key: string | undefined, name: string | undefined): string {
  if (name === undefined || key !== undefined) return `${c.helper('method')}(${holder}, ${key ?? ''}, ${quote(fn.generator ? 'asyncGenerator' : 'async')});`;
  const made = fn.generator ? `${c.engine}.asyncGenerator(steps, ${quote(name)})` : `${c.engine}.mark(${startingMethod(c, fn, 'steps.apply(this, arguments)', name)}, steps)`;
  return `${c.helper('replace')}(${holder}, ${quote(name)}, (steps) => ${made});`;
}

/** `async #m() {}`: a plain `#m` that starts the generator method beside it. A field, or a static block, marks the pair. */
function emitPrivateAsync(c: Context, member: Node, fn: Node, prefix: string, from: number, { additions }: Around): string {
  const name = `#${member.key.name as string}`;
  const steps = `#${c.names.fresh(`$${member.key.name as string}`)}`;
  if (!fn.generator) {
    const mark = `${c.engine}.markOnce(this.${name}, this.${steps});`;
    if (member.static) additions.statics.push(mark);
    else additions.fields.push(`#${c.names.fresh('$mark')} = ${mark}`);
  }
  const written = stepsFunction(c, write(c, fn, from), { lifted: steps, generator: `*${steps}` });
  return `${prefix}${name}(${passedParameters(c, fn)}) { return ${started(c, fn, `this.${steps}(...arguments)`, name)}; } ${prefix}${written}`;
}

/** `constructor(private x)`: the assignments that the parameters stand for. */
function constructorParts(c: Context, fn: Node, isDerived: boolean): { isDerived: boolean; before?: string; afterSuper?: string } {
  const names = (fn.params as Node[]).filter((parameter) => parameter.type === 'TSParameterProperty').map((parameter) => {
    const inner = parameter.parameter as Node;
    return (inner.type === 'AssignmentPattern' ? inner.left.name : inner.name) as string;
  });
  const assignments = names.map((name) => ` this.${name} = ${name};`).join('');
  if (assignments === '') return { isDerived };
  return isDerived ? { isDerived, afterSuper: assignments } : { isDerived, before: assignments };
}
