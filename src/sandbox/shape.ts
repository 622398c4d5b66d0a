/**
 * Checks of the shape of values that came from outside. A `Guard<T>` for an object names every property of `T`, so a property
 * added to a type is a compile error here until its check is written.
 */
export type Guard<T> = (value: unknown) => value is T;

type Guards<T> = { readonly [K in keyof T]-?: Guard<Exclude<T[K], undefined>> };
type OptionalKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T];

const guard = <T>(test: (value: unknown) => boolean): Guard<T> => test as Guard<T>;

export const text = (longest = 10_000): Guard<any> => guard<string>((value) => typeof value === 'string' && value.length <= longest);
export const count: Guard<number> = guard((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const amount: Guard<number> = guard((value) => typeof value === 'number' && Number.isFinite(value));
export const flag: Guard<boolean> = guard((value) => typeof value === 'boolean');
/** Of what is there only if it holds. */
export const isTrue: Guard<true> = guard((value) => value === true);
/** One of a union of names. They are the keys of an object, so that the compiler finds a name that is missing here. */
export const oneOf = <T extends string>(names: Readonly<Record<T, true>>): Guard<T> =>
  guard((value) => typeof value === 'string' && Object.hasOwn(names, value));
export const listOf = <T>(item: Guard<T>, longest = 20_000): Guard<readonly T[]> =>
  guard((value) => Array.isArray(value) && value.length <= longest && value.every(item));

/** An object whose own properties, at most so many and by any name, are all such values. */
export const valuesOf = <T>(item: Guard<T>, most = 1_000): Guard<Readonly<Record<string, T>>> =>
  guard((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const values = Object.values(value);
    return values.length <= most && values.every(item);
  });

/** An object with these properties; those in `optional` may be absent. Further properties are ignored. */
export function record<T extends object>(guards: Guards<T>, ...optional: readonly OptionalKeys<T>[]): Guard<T> {
  const entries = Object.entries(guards) as [keyof T & string, Guard<unknown>][];
  const mayMiss = new Set<keyof T>(optional);
  return guard((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return entries.every(([key, test]) => {
      if (!Object.hasOwn(value, key)) return mayMiss.has(key);
      return test((value as T)[key]);
    });
  });
}

/** The member of `T` that `kind` names. */
export type Of<T, K> = Extract<T, { readonly kind: K }>;

/** One of several objects, told apart by `kind`. */
export function variant<T extends { readonly kind: string }>(guards: { readonly [K in T['kind']]: Guard<Of<T, K>> }): Guard<T> {
  return guard((value) => {
    const kind = (value as { kind?: unknown } | null)?.kind;
    return typeof kind === 'string' && Object.hasOwn(guards, kind) && guards[kind as T['kind']](value);
  });
}
