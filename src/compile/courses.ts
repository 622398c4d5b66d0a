/**
 * What a program may import besides its own files, with the names of each module. The names serve one hint only, so a
 * missing one costs no more than that hint.
 */
export const courseModules: Readonly<Record<string, readonly string[]>> = {
  'happens-before/go': [
    'go', 'chan', 'close', 'select', 'otherwise', 'after', 'afterFunc', 'newTimer', 'newTicker', 'sleep', 'work', 'now', 'WaitGroup', 'Mutex', 'RWMutex', 'Once', 'onceFunc', 'onceValue', 'Cond', 'Pool', 'SyncMap',
    'errgroup', 'singleflight', 'semaphore', 'atomic', 'context', 'panic', 'anyOf', 'deferred', 'nil', 'GOMAXPROCS', 'Second', 'Millisecond',
  ],
  'happens-before/threading': [
    'Thread', 'Lock', 'RLock', 'Condition', 'Event', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'local', 'Queue', 'Empty', 'Full',
    'ThreadPoolExecutor', 'Future', 'activeCount', 'currentThread', 'enumerate', 'getIdent', 'mainThread', 'asCompleted', 'LifoQueue', 'PriorityQueue', 'SimpleQueue',
    'SystemExit', 'ShutDown', 'tqdm', 'setExcepthook',
  ],
  'happens-before/lambda': ['Account'],
  'happens-before/testing': ['bubble', 'leakCheck'],
  'happens-before/check': ['check'],
};

/** Anything under this name is the course's; which modules exist is the kernel's to say. */
export const isCourseModule = (specifier: string): boolean => Object.hasOwn(courseModules, specifier);

/** The course module that exports `name`, for the hint "add import { name } from …". */
export const courseModuleWith = (name: string): string | undefined =>
  Object.keys(courseModules).find((specifier) => courseModules[specifier]?.includes(name));
