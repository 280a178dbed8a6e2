/** Elements made of tags, attributes and text. Foreign text becomes a text node and nothing else; markup is made nowhere. */

type Value = string | number | boolean | null;
export type Child = Node | string | null;

export interface Attributes {
  readonly [name: string]: Value;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** False and null take it away, true sets it empty. */
export function setAttribute(node: Element, name: string, value: Value): void {
  if (value === false || value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value === true ? '' : value))
    node.setAttribute(name, String(value === true ? '' : value));
}

/** What is the same already is not written again: a screen reader would say it again. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
