export type Child = Node | string | null;

/** Attributes of an element; those that are null are left out. `class` may hold several. */
export type Attributes = Readonly<Record<string, string | null | undefined>>;

/** An element of the plain DOM with its attributes and children: rows are drawn without React. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value ?? null);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Sets an attribute or, with null, removes it; touches the DOM only when it differs. */
export function setAttribute(target: Element, name: string, value: string | null): void {
  if (target.getAttribute(name) === value) return;
  if (value === null) target.removeAttribute(name);
  else target.setAttribute(name, value);
}

/** Hides or shows an element; touches the DOM only when it is otherwise, since each touch costs a layout. */
export function setHidden(target: HTMLElement, hidden: boolean): void {
  if (target.hidden !== hidden) target.hidden = hidden;
}

/** Replaces the text of an element when it differs. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** A part of a row that is drawn and not content: the editor neither edits nor reads it. */
export function drawnPart<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return element(tag, { contenteditable: 'false', 'data-drawn': '', ...attributes }, ...children);
}
