import type { Run } from './run.ts';

/**
 * `Proxy` of one run. Before a point the kernel looks at the object; the program's own traps must not see that look, so the run knows its
 * proxies and leaves them alone: what is read or written through one counts as an access to its target. What their traps do is the program's code and has
 * points of its own.
 */
export function makeProxy(run: Run): unknown {
  const known = <T extends object>(proxy: T, target: object): T => {
    (run.proxies ??= new Map()).set(proxy, target);
    return proxy;
  };
  const constructor = function (target: object, handler: ProxyHandler<object>): object {
    if (new.target === undefined) throw new TypeError("Constructor Proxy requires 'new'");
    return known(new Proxy(target, handler), target);
  };
  Object.defineProperties(constructor, {
    name: { value: 'Proxy', configurable: true },
    prototype: { value: undefined, writable: false },
    revocable: {
      value(target: object, handler: ProxyHandler<object>): { proxy: object; revoke: () => void } {
        const made = Proxy.revocable(target, handler);
        known(made.proxy, target);
        return made;
      },
      writable: true,
      configurable: true,
    },
  });
  return constructor;
}
