import * as go from '#runtime/go';
import * as threading from '#runtime/threading';
import * as lambda from '#runtime/lambda';
import * as check from '#check';
import type { Modules } from '#kernel';

/** What learners and authors may import, by the name under which they do. */
export const modules: Modules = {
  'happens-before/go': () => go,
  'happens-before/threading': () => threading,
  'happens-before/lambda': () => lambda,
  'happens-before/check': () => ({ check: check.check }),
};
