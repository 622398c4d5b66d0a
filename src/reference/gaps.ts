import { claimsOf } from './examples.ts';
import { nameFinder } from './names.ts';
import type { RulesPage } from './rules.ts';
import type { Doc, Entry, Module } from './types.ts';

/** Modules whose semantics have numbered rules. */
const RULED = ['go', 'threading', 'lambda', 'lab', 'testing'];

/**
 * What the docstrings of the library leave out, one line each: every export says what it is, what runs has an example, names the semantics that it
 * mirrors, and the page of its rules; every method says what it does; and no link leads nowhere.
 */
export function findGaps(modules: readonly Module[], rules: readonly RulesPage[]): string[] {
  const find = nameFinder(modules);
  return modules.flatMap((module) => module.entries.flatMap((entry) => {
    const gaps = [...ownGaps(module, entry), ...entry.members.filter((member) => member.isMethod && member.doc.text === '' && member.doc.throws.length === 0).map((member) => `${entry.name}.${member.name} has no docstring`)];
    const links = [entry, ...entry.members].flatMap(({ doc }) => [...brokenLinks(doc, (name) => find(name, { module: module.name, entry: entry.name }) !== undefined), ...brokenRules(doc, rules)]);
    return [...gaps, ...links.map((gap) => `${entry.name}: ${gap}`)].map((gap) => `${entry.file}: ${gap}`);
  }));
}

function ownGaps(module: Module, { name, kind, doc, signature }: Entry): string[] {
  const gaps: string[] = [];
  const isError = /^class .*\bextends \w*(Error|Exception|Panic)\b/.test(signature);
  if (doc.text === '') gaps.push(`${name} has no docstring`);
  if (kind === 'interface' || kind === 'type') return gaps;
  if (doc.source === undefined) gaps.push(`${name} does not say what semantics it mirrors: write "Semantics mirrored: https://… (Go 1.27)."`);
  else if (!/https:\/\/\S+.*\(.+\)|^none\b/.test(doc.source)) gaps.push(`${name}: its source has no address, or no version: "https://… (Go 1.27)"`);
  if (kind === 'namespace') return gaps;
  if (!isError && doc.examples.length === 0) gaps.push(`${name} has no example`);
  if (!isError && RULED.includes(module.name) && doc.rules.length === 0) gaps.push(`${name} does not name its rules: write "@rules mutex", a page of docs/spec`);
  // A check file is no program: nothing comes of it but a verdict.
  for (const example of module.name === 'check' ? [] : doc.examples) {
    const { prints, ends } = claimsOf(example);
    if (prints.length + ends.length === 0) gaps.push(`${name}: an example does not say what comes of it: console.log(…); // 42`);
  }
  return gaps;
}

function brokenLinks(doc: Doc, exists: (name: string) => boolean): string[] {
  const texts = [doc.text, doc.returns ?? '', ...doc.throws, ...doc.params.map(({ text }) => text)];
  return texts.flatMap((text) => [...text.matchAll(/\{@link ([^}\s|]+)/g)].map(([, name]) => name as string)).filter((name) => !exists(name)).map((name) => `there is no ${name} to link to`);
}

function brokenRules(doc: Doc, rules: readonly RulesPage[]): string[] {
  return doc.rules.flatMap((written) => {
    const [id, section] = written.split('#');
    const page = rules.find((one) => one.id === id);
    if (page === undefined) return [`there is no docs/spec/${id}.md`];
    return section === undefined || page.sections.includes(section) ? [] : [`docs/spec/${id}.md has no section ${section}; it has ${page.sections.join(', ')}`];
  });
}
