import { freezeClasses } from '#base';
import * as go from '#runtime/go';
import { unexportedClasses } from '#runtime/go/unexported';
import * as threading from '#runtime/threading';
import * as lambda from '#runtime/lambda';
import * as synctest from '#runtime/synctest';
import * as check from '#check';
import { asyncFunctionPrototype, asyncGeneratorFunctionPrototype, asyncGeneratorPrototype, Pending, PromiseObject, type Modules } from '#kernel';

/** What `module` exports, groups such as `atomic` opened. */
function membersOf(module: object): object[] {
  return Object.values(module).flatMap((value: unknown) => (typeof value === 'function' ? [value] : typeof value === 'object' && value !== null ? [value, ...membersOf(value)] : []));
}

/**
 * Makes a module's classes and functions unchangeable. They are the same in all runs of a program: what one run put into them, the
 * next would find there.
 */
function fixed<T extends object>(module: T): T {
  for (const value of membersOf(module)) {
    if (typeof value !== 'function') continue;
    Object.freeze(value);
    if (typeof value.prototype === 'object' && value.prototype !== null) Object.freeze(value.prototype);
  }
  return module;
}

freezeClasses(...unexportedClasses);
const [goModule, threadingModule, lambdaModule, testingModule] = [fixed(go), fixed(threading), fixed(lambda), fixed(synctest)];

/** What learners and authors may import, by the name under which they do. */
export const modules: Modules = {
  'happens-before/go': () => goModule,
  'happens-before/threading': () => threadingModule,
  'happens-before/lambda': () => lambdaModule,
  'happens-before/testing': () => testingModule,
  'happens-before/check': () => ({ check: check.check }),
};

/** What all runs share and programs can get hold of. Nothing of it changes: it can be frozen where one program may not leave anything for the next. */
export const sharedObjects = (): readonly object[] => [...[goModule, threadingModule, lambdaModule, testingModule].flatMap(membersOf), check.check, asyncFunctionPrototype, asyncGeneratorFunctionPrototype, asyncGeneratorPrototype, Pending.prototype, PromiseObject.prototype];
