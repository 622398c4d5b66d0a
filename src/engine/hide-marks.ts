import { ABOUT, SHARED } from '#kernel';

const MARKS: ReadonlySet<PropertyKey> = new Set([SHARED, ABOUT]);

/**
 * Lets nobody find the symbols under which locks, channels and counters carry what the kernel knows of them: a program that has such a
 * symbol could change what the explorer sees. They are listed nowhere any more; to use one, a program would have to name it.
 *
 * A private field would hide them better, and would make each look of the kernel at a value, of which there is one per access of memory, a look
 * into a class of its own.
 */
export function hideMarks(): void {
  const { getOwnPropertySymbols, getOwnPropertyDescriptors } = Object;
  const { ownKeys } = Reflect;
  replace(Object, 'getOwnPropertySymbols', (value: object) => getOwnPropertySymbols(value).filter((symbol) => !MARKS.has(symbol)));
  replace(Reflect, 'ownKeys', (value: object) => ownKeys(value).filter((key) => !MARKS.has(key)));
  replace(Object, 'getOwnPropertyDescriptors', (value: object) => {
    const found = getOwnPropertyDescriptors(value) as Record<PropertyKey, PropertyDescriptor>;
    for (const mark of MARKS) Reflect.deleteProperty(found, mark);
    return found;
  });
}

function replace(holder: object, name: string, value: Function): void {
  Object.defineProperty(value, 'name', { value: name, configurable: true });
  Object.defineProperty(holder, name, { value, writable: true, configurable: true });
}
