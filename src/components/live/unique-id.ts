const taken = Symbol('ids taken on this page');

/** `wanted`, or `wanted-2` and so on if a component of this page has it already. `page`: the page's own `Astro.locals`. */
export function uniqueId(page: object, wanted: string): string {
  const counts = ((page as { [taken]?: Map<string, number> })[taken] ??= new Map());
  const count = (counts.get(wanted) ?? 0) + 1;
  counts.set(wanted, count);
  return count === 1 ? wanted : `${wanted}-${count}`;
}
