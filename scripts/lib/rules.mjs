/** What `npm run rules` knows about rules and tests. */

const ID = '[A-Z]{2}\\d+';

/** Ids of the rules in a specification, in order. */
export const rulesIn = (text) => [...text.matchAll(new RegExp(`^- \\*\\*(${ID})\\*\\*`, 'gm'))].map(([, id]) => id);

const START = `(?:^\\s*(?:it|test|describe)\\b[^'"\`\\n]*|^\\s*\\]\\)\\(|\\]\\)\\()['"\`]`;
/** A program among others in a text file, which is a test of its own. */
const PROGRAM = '^// ---- ';

/** Ids at the start of the names of tests, and of groups of tests, each once. A name may start with several: `LA1, LA2: …`. */
export function testedIn(text) {
  const names = text.matchAll(new RegExp(`(?:${START}|${PROGRAM})(${ID}(?:, ${ID})*)\\b`, 'gm'));
  return [...new Set([...names].flatMap(([, ids]) => ids.split(', ')))];
}

/** Complaints about rules without a test, rules that are there twice, and tests of a rule that is not there. */
export function compare(rules, tests) {
  const tested = new Set(tests.map(({ id }) => id));
  const known = new Map();
  const complaints = [];
  for (const { id, file } of rules) {
    if (known.has(id)) complaints.push(`${file}: ${id} is a rule of ${known.get(id)} too`);
    known.set(id, file);
    if (!tested.has(id)) complaints.push(`${file}: ${id} has no test`);
  }
  for (const { id, file } of tests) if (!known.has(id)) complaints.push(`${file}: there is no rule ${id}`);
  return complaints;
}
