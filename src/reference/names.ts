/** As much of a module as has names. */
interface Named {
  readonly name: string;
  readonly entries: readonly { readonly name: string; readonly members: readonly { readonly name: string }[] }[];
}

/** Where something stands: on the page of `module`, at `anchor`. */
export interface Target {
  readonly module: string;
  readonly anchor: string;
  readonly entry: string;
}

/** The id of a section: `Chan`, `Chan.send`, `atomic.Int32.load`. Addresses that others link to: they change only with the names. */
export function anchorOf(entry: { readonly name: string }, member?: { readonly name: string }): string {
  return member === undefined ? entry.name : `${entry.name}.${member.name.replace(/^\[(?:Symbol\.)?|\]$/g, '')}`;
}

/**
 * Finds what a name in a text means: `Mutex`, `Chan.send`, `context.withCancel`, or with the module before it, `threading/Timer`. Within the text of
 * an entry (`from`), its own methods can be named alone, and its own module comes first. `undefined` if there is no such thing, or more than one.
 */
export function nameFinder(modules: readonly Named[]): (name: string, from?: { readonly module: string; readonly entry?: string }) => Target | undefined {
  const places = new Map<string, Target[]>();
  for (const module of modules)
    for (const entry of module.entries)
      for (const member of [undefined, ...entry.members]) {
        const anchor = anchorOf(entry, member);
        places.set(anchor, [...(places.get(anchor) ?? []), { module: module.name, anchor, entry: entry.name }]);
      }
  return (written, from) => {
    const name = written.replace(/\(.*\)$/s, '');
    const slash = name.indexOf('/');
    const wanted = slash === -1 ? undefined : name.slice(0, slash);
    const bare = name.slice(slash + 1);
    const own = from?.entry === undefined || wanted !== undefined ? [] : (places.get(`${from.entry}.${bare}`) ?? []);
    const found = [...own.filter(({ module }) => module === from?.module), ...(places.get(bare) ?? [])].filter(({ module }) => wanted === undefined || module === wanted);
    return found.find(({ module }) => module === from?.module) ?? (found.length === 1 ? found[0] : undefined);
  };
}
