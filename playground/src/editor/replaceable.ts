import type { Insight } from '../insight.ts'
import type { EditorPort } from './editor-port.ts'

/** An editor whose place another one can take while somebody types. */
export interface ReplaceableEditor extends EditorPort {
  /** Text, selection and focus go over to the next editor. */
  readonly replace: (next: EditorPort) => void
}

export function replaceableEditor(first: EditorPort): ReplaceableEditor {
  let current = first
  let known: Insight | undefined
  const listeners: ((text: string) => void)[] = []
  const tell = (text: string): void => {
    for (const listener of listeners) listener(text)
  }
  first.onChange(tell)
  return {
    get element() {
      return current.element
    },
    text: () => current.text(),
    setText: (text) => current.setText(text),
    onChange: (listener) => void listeners.push(listener),
    reveal: (start, end) => current.reveal(start, end),
    selection: () => current.selection(),
    show(insight) {
      known = insight
      current.show(insight)
    },
    replace(next) {
      const { start, end } = current.selection()
      const hadFocus = current.element.contains(document.activeElement)
      next.setText(current.text())
      current.element.replaceWith(next.element)
      current = next
      current.onChange(tell)
      if (hadFocus) current.reveal(start, end)
      if (known) current.show(known)
    },
  }
}
