/**
 * Holds the specifications to their tests: `npm run rules`. Every rule of `docs/spec/*.md` (a list item that starts with its bold id) has
 * a test whose name starts with that id, and every id at the start of a test's name is a rule.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compare, rulesIn, testedIn } from './lib/rules.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const read = (pattern) => globSync(pattern, { cwd: ROOT }).map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]);

const rules = read('docs/spec/*.md').flatMap(([file, text]) => rulesIn(text).map((id) => ({ id, file })));
const tests = [...read('{src,tests,vite}/**/*.test.ts'), ...read('src/**/testing/programs/*.txt'), ...read('e2e/**/*.ts')].flatMap(([file, text]) => testedIn(text).map((id) => ({ id, file })));
const complaints = compare(rules, tests);

for (const complaint of complaints) console.error(complaint);
console.log(`${rules.length} rules, ${tests.length} tests that name one${complaints.length === 0 ? '' : `, ${complaints.length} complaints`}`);
process.exitCode = complaints.length > 0 ? 1 : 0;
