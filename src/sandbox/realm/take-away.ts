/**
 * Takes from the language what neither the compiler nor the scheduler would see: makers of functions from text, promises of the host,
 * and the host's clock. The compiler refuses their names; here go the ways to them that have none, such as `f.constructor`.
 *
 * Call it after the engine was loaded and before anything is frozen.
 */
export function takeAway(): void {
  for (const made of [function () {}, function* () {}, async function () {}, async function* () {}]) {
    const prototype = Object.getPrototypeOf(made) as { readonly constructor: { readonly name: string } };
    replace(
      prototype,
      'constructor',
      refusing(prototype.constructor.name, 'it would make a function of a text that the course has not seen'),
    );
  }
  Reflect.deleteProperty(Array, 'fromAsync');
  // `Date` itself is the engine's, with a clock of its own. This one would be the host's.
  replace(Date.prototype, 'constructor', refusing('Date', 'its clock is not that of the program. Write new Date()'));
  const format = Intl.DateTimeFormat.prototype;
  const formatOf = Object.getOwnPropertyDescriptor(format, 'format')?.get as (this: Intl.DateTimeFormat) => (date: Date) => string;
  Object.defineProperty(format, 'format', {
    get(this: Intl.DateTimeFormat) {
      const bound = Reflect.apply(formatOf, this, []);
      return (date?: Date) => bound(given(date));
    },
  });
  const { formatToParts } = format;
  replace(format, 'formatToParts', function (this: Intl.DateTimeFormat, date?: Date) {
    return Reflect.apply(formatToParts, this, [given(date)]);
  });
}

function replace(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: false, configurable: true });
}

/** A function that bears the name and does nothing but say why. */
function refusing(name: string, why: string): unknown {
  const refuse = function (): never {
    throw new TypeError(`this ${name} is not available: ${why}`);
  };
  return Object.defineProperty(refuse, 'name', { value: name });
}

function given(date: Date | undefined): Date {
  if (date === undefined) throw new TypeError('say which date: format(new Date())');
  return date;
}
