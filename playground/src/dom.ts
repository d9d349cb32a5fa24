type Child = Node | string

/**
 * Makes an element. Text only ever becomes text: templates are hostile until proved otherwise.
 * @param properties of the element; `aria…` and `data-…` are attributes
 */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<
    Record<string, string | boolean | number | undefined | ((event: Event) => void)>
  > = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(key, value)
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** A part of the page that screen readers find by its heading. */
export const section = (id: string, title: string, ...children: readonly Child[]): HTMLElement =>
  h('section', { 'aria-labelledby': id }, h('h2', { id }, title), ...children)

/** A line of ours, whose code stands between backticks. */
export const prose = (text: string): readonly Child[] =>
  text.split(/`([^`]*)`/).map((part, at) => (at % 2 === 1 ? h('code', {}, part) : part))

/**
 * Makes the children of an element those of a list, keeping those whose key has not changed: a customer's message
 * that stays is not painted again, and the focus stays where it is.
 * @param keyOf tells all that is shown of an item
 */
export function patch<Item>(
  parent: HTMLElement,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  make: (item: Item) => HTMLElement,
): void {
  const old = new Map([...parent.children].map((child) => [keys.get(child), child]))
  const fresh = items.map((item) => {
    const key = keyOf(item)
    const known = old.get(key)
    old.delete(key)
    if (known !== undefined) return known
    const element = make(item)
    keys.set(element, key)
    return element
  })
  for (const gone of old.values()) gone.remove()
  for (const [at, child] of fresh.entries())
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null)
}

/** What is shown of the elements that `patch` made. */
const keys = new WeakMap<Element, string>()
