import { quote } from '#base';
import type { Code } from './code.ts';
import { checkSettings, type CodeSettings, type FunctionSettings, type Handler, type HandlerFactory } from './options.ts';

/** What a deployment may change: what is a version's own. */
export interface Deployment<E, R> extends CodeSettings {
  readonly handler?: Handler<E, R> | HandlerFactory<E, R>;
}

/** What belongs to a version. The rest belongs to the function, and changes for all of them. */
const OF_A_VERSION: ReadonlySet<string> = new Set<keyof Deployment<never, unknown>>([
  'handler', 'memory', 'architecture', 'runtime', 'timeout', 'init', 'initWork', 'packageSize', 'layers', 'loadPerMegabyte', 'ephemeralStorage', 'snapStart', 'restore', 'duration', 'work',
]);

/** `latest` with these changes. @throws TypeError, LambdaError for what cannot be deployed. */
export function deployment<E, R>(latest: Code, { handler, ...changes }: Deployment<E, R>): Pick<Code, 'settings' | 'handler'> {
  for (const field of Object.keys(changes)) if (!OF_A_VERSION.has(field)) throw new TypeError(`deploy changes what a version is made of, and ${field} belongs to the function. ${field === 'reserved' || field === 'provisioned' ? `Write fn.${field.slice(0, -1)}(…).` : 'Say it in account.function(…).'}`);
  if (handler !== undefined && typeof handler !== 'function') throw new TypeError(`handler takes a function, not ${quote(handler)}`);
  if (handler !== undefined && latest.handler === undefined) throw new TypeError('this function only takes time: make it with a handler, and deploy another one');
  const settings: FunctionSettings = { ...latest.settings, ...changes };
  checkSettings(settings);
  return { settings, handler: handler === undefined ? latest.handler : (handler as Code['handler']) };
}
