/** A module of the reference as a page shows it: every text rendered, every signature laid out and coloured, every name a link. */
import { format } from 'prettier';
import { importLine } from './examples.ts';
import { anchorOf, type nameFinder } from './names.ts';
import type { Doc, Entry, EntryKind, Member, Module } from './types.ts';

export interface DrawnDoc {
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly html: string }[];
  readonly returns: string | undefined;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  readonly source: string | undefined;
  readonly rules: readonly string[];
}

export interface DrawnMember {
  readonly name: string;
  readonly anchor: string;
  readonly signature: string;
  readonly doc: DrawnDoc;
}

export interface DrawnEntry extends DrawnMember {
  readonly kind: EntryKind;
  readonly file: string;
  /** The first sentence, as plain text. */
  readonly summary: string;
  readonly members: readonly DrawnMember[];
}

export interface DrawnModule {
  readonly name: string;
  readonly specifier: string;
  readonly entries: readonly DrawnEntry[];
}

interface Tools {
  readonly render: (markdown: string) => Promise<string>;
  readonly find: ReturnType<typeof nameFinder>;
}

/** Columns of a signature: what a phone shows without scrolling much, and less than the course's 64. */
const COLUMNS = 60;

export async function drawModule(module: Module, tools: Tools): Promise<DrawnModule> {
  const entries = await Promise.all(module.entries.map((entry) => drawEntry(module, entry, tools)));
  return { name: module.name, specifier: module.specifier, entries };
}

async function drawEntry(module: Module, entry: Entry, tools: Tools): Promise<DrawnEntry> {
  const [signature, doc, members] = await Promise.all([
    code(await laidOut(entry), tools),
    drawDoc(module, entry, entry.doc, anchorOf(entry), tools),
    Promise.all(entry.members.map(async (member): Promise<DrawnMember> => ({
      name: member.name,
      anchor: anchorOf(entry, member),
      signature: await code(await laidOutMember(member), tools),
      doc: await drawDoc(module, entry, member.doc, anchorOf(entry, member), tools),
    }))),
  ]);
  return { name: entry.name, anchor: anchorOf(entry), kind: entry.kind, file: entry.file, summary: firstSentence(entry.doc.text), signature, doc, members };
}

async function drawDoc(module: Module, entry: Entry, doc: Doc, here: string, { render, find }: Tools): Promise<DrawnDoc> {
  const text = (markdown: string): Promise<string> => render(linked(markdown, (name) => {
    const target = find(name, { module: module.name, entry: entry.name });
    return target === undefined || target.anchor === here ? undefined : `/reference/${target.module}/#${target.anchor}`;
  }));
  return {
    text: await text(doc.text),
    params: await Promise.all(doc.params.map(async ({ name, text: markdown }) => ({ name, html: await text(markdown) }))),
    returns: doc.returns === undefined ? undefined : await text(doc.returns),
    throws: await Promise.all(doc.throws.map((thrown) => text(thrown.replace(/^(\w+)/, '`$1`')))),
    examples: await Promise.all(doc.examples.map((example) => render(fence([importLine(example, module), example].filter((part) => part !== '').join('\n'))))),
    source: doc.source === undefined ? undefined : await text(doc.source.replace(/(?<![<(])https:\/\/\S+?(?=[.,;:]?(?:\s|$))/g, '<$&>')),
    rules: doc.rules,
  };
}

/** Names in code become links, unless they mean nothing here or this very place; so does what `{@link …}` names. */
function linked(markdown: string, address: (name: string) => string | undefined): string {
  return markdown
    .replace(/\{@link ([^}\s|]+)[^}]*\}/g, '`$1`')
    .replace(/(?<![[`])`([^`\n]+)`(?!`|\])/g, (whole, name: string) => {
      const target = address(name);
      return target === undefined ? whole : `[${whole}](${target})`;
    });
}

const fence = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;
const code = (text: string, { render }: Tools): Promise<string> => render(fence(text));
const pretty = async (text: string): Promise<string> => (await format(text, { parser: 'typescript', printWidth: COLUMNS, singleQuote: true })).trimEnd();

async function laidOut({ kind, signature }: Entry): Promise<string> {
  if (kind === 'namespace') return pretty(`${signature} from 'x'`).then((text) => text.replace(/ from 'x';?$/, ''));
  // A head without its body is no TypeScript: it is given one, and loses it again.
  if ((kind === 'class' || kind === 'interface') && !signature.includes('{')) return (await pretty(`${signature} {}`)).replace(/\s*\{\s*\}$/, '');
  return pretty(signature.replace(/^(function|const|class)/gm, 'declare $1')).then((text) => text.replace(/^declare /gm, ''));
}

async function laidOutMember({ signature }: Member): Promise<string> {
  const text = await pretty(`declare class X {\n${signature}\n}`);
  return text.split('\n').slice(1, -1).map((line) => line.replace(/^ {2}/, '')).join('\n');
}

/** For lists and for cards. */
function firstSentence(markdown: string): string {
  const [paragraph = ''] = markdown.split('\n\n');
  const text = paragraph.replace(/\s*\n\s*/g, ' ').replace(/\{@link ([^}\s|]+)[^}]*\}/g, '$1').replace(/`([^`]*)`/g, '$1');
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
