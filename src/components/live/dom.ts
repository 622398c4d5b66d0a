type Child = Node | string | undefined | false;
type Properties = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element. `undefined` and `false` leave an attribute out; text is text and never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

export const part = (root: ParentNode, name: string): HTMLElement | undefined =>
  root.querySelector<HTMLElement>(`[data-part=${name}]`) ?? undefined;
