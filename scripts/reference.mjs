/**
 * Holds the docstrings of the library to what a reference needs: `npm run reference`. Every export says what it is, what runs has an example
 * and names the semantics that it mirrors, and no link leads nowhere. That the examples are true is a test: src/reference/examples.test.ts.
 */
import path from 'node:path';
import { findGaps, loadReference, readRules } from '../src/reference/index.ts';

const ROOT = path.join(import.meta.dirname, '..');
const modules = await loadReference(ROOT);
const gaps = findGaps(modules, readRules(ROOT));

for (const gap of gaps) console.error(gap);
const count = (of) => modules.reduce((sum, module) => sum + of(module), 0);
console.log(`${count(({ entries }) => entries.length)} exports of ${modules.length} modules, ${count(({ entries }) => entries.reduce((sum, { members }) => sum + members.length, 0))} members${gaps.length === 0 ? '' : `, ${gaps.length} gaps`}`);
process.exitCode = gaps.length > 0 ? 1 : 0;
