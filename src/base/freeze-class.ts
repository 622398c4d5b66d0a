/**
 * Makes classes unchangeable: themselves, their prototypes and their methods. For classes that no module offers, but of which a program gets objects:
 * all its runs share them, and one must not leave anything there for the next.
 */
export function freezeClasses(...classes: readonly (abstract new (...args: never[]) => object)[]): void {
  for (const made of classes) {
    for (const holder of [made, made.prototype as object]) {
      for (const key of Reflect.ownKeys(holder)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(holder, key) as PropertyDescriptor;
        for (const method of [value, get, set] as unknown[]) if (typeof method === 'function') Object.freeze(method);
      }
      Object.freeze(holder);
    }
  }
}
