const IMPORT = /^import\s+(?:type\s+)?\{([^}]*)\}\s*from\s*(['"])happens-before\/(\w+)\2/gm;

/** What a program imports of the library: `go/chan`; of a namespace also what it uses of it, `go/atomic.Int32`. Each once. */
export function importsOf(text: string): string[] {
  const names = [...text.matchAll(IMPORT)].flatMap(([, list, , module]) =>
    (list as string).split(',').flatMap((one) => {
      const [name, local = name] = one.trim().replace(/^type\s+/, '').split(/\s+as\s+/);
      return name === undefined || name === '' ? [] : [`${module}/${name}`, ...[...text.matchAll(new RegExp(`(?<![.\\w])${local}\\.(\\w+)`, 'g'))].map(([, member]) => `${module}/${name}.${member}`)];
    }),
  );
  return [...new Set(names)];
}
