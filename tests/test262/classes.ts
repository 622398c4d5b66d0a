import type { FrontMatter } from './front-matter.ts';
import type { Outcome } from './execute.ts';

/** Why a file of the suite is not one that we could pass. */
export interface Reason {
  readonly name: string;
  readonly why: string;
  /** Part of what we say, or of the path. */
  readonly message?: RegExp;
  readonly path?: RegExp;
}

export const SLOPPY: Reason = { name: 'sloppy mode', why: 'A program here is a module, so it is strict. Files marked `noStrict` or `raw` are not run' };
export const HOST: Reason = { name: 'the host', why: 'Node does not do it either, without us: proposals that it does not have yet, tail calls, faults of its own' };

/** What is left out on purpose. Each file counts for the first that fits. */
export const REASONS: readonly Reason[] = [
  { name: 'code from text', why: '`eval`, `Function(…)` and the constructors of async functions and generators are refused: the course must see the whole program', message: /"eval" is not available|cannot make functions here/ },
  { name: 'other modules', why: '`import()`, `import.meta`, imports with attributes, and files of the suite that import others: only the files of a lesson can be imported', message: /there is no (file|module)|"import\(\)"|import\.meta|files import each other/, path: /dynamic-import|import\.meta/ },
  { name: 'decorators', why: 'Decorators and `accessor` are refused', message: /decorators are not supported|"accessor" fields/ },
  { name: 'other realms', why: 'There is one realm: `$262.createRealm` and `$262.evalScript` do not exist', message: /\$262\.\w+ is not a function/ },
  {
    name: 'scripts',
    why: 'A program is a module: `await` is a keyword in it, `this` at its top is undefined, its variables are no properties of the global object, and a function may not be declared twice',
    message: /cannot use keyword "await"|identifier "\w+" has already been declared/,
    path: /prop-desc\.js$|built-ins\/Promise\/promise\.js|not-allowed-at-top-level-of-script|S12\.2_A(9|11)|11\.1\.1-1|built-in-exotic-objects-no-call|typeof\/get-value|S11\.[34]\.[1-5]_A2\.1_T1|S11\.2\.1_A4_T1|S11\.4\.1_A2\.2_T3|value-await-non-module/,
  },
  { name: 'names of the host', why: '`SharedArrayBuffer`, `WeakRef`, `FinalizationRegistry` and `Atomics` are undefined: they see other threads or the garbage collector', path: /SharedArrayBuffer|WeakRef|FinalizationRegistry|Atomics/ },
  {
    name: 'order of tasks',
    why: 'Which task goes on next is the scheduler\'s to say. These files count ticks between tasks; one of the orders that they allow for is not among ours',
    path: /interleaved|ticks|await-monkey-patched-promise|await-non-promise-thenable|return-undefined-implicit-and-explicit|explicit-await-for-(null|undefined)|continuation-abrupt-completion-get-constructor/,
  },
  {
    name: 'broken built-ins',
    why: 'The file takes away or replaces what the kernel itself stands on, such as `Array.prototype[Symbol.iterator]`. In the page the built-ins are frozen',
    path: /array-prototype\.js$/,
    message: /is not iterable$|^the lowered text: (TypeError: Cannot assign to read only property|Test262Error: (Setter on Array\.prototype|@@iterator invoked))/,
  },
  { name: 'frozen functions', why: 'What the kernel itself has made is frozen, so that no run leaves anything for the next, and so nothing of it can be deleted', path: /built-ins\/Promise\/Symbol\.species\/length/ },
  { name: 'text of functions', why: 'A function used as a key is its text, and the text of an async function is that of the lowered one', path: /computed-property-name-from-async-arrow/ },
  { name: 'a call outside its chain', why: '`(a?.b)()` is refused', message: /stands outside its optional chain/ },
];

/** What is decided before the file is run. */
export const isSloppy = ({ flags }: FrontMatter): boolean => flags.includes('noStrict') || flags.includes('raw');

/** The class of a file that did not pass, or undefined: a bug. */
export function reasonFor(path: string, outcome: Outcome): Reason | undefined {
  if (outcome.kind === 'passed') return undefined;
  return REASONS.find((reason) => reason.message?.test(outcome.message) === true || reason.path?.test(path) === true);
}
