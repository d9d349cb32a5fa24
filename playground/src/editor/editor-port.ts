import type { Insight } from '../insight.ts'

/** What the page needs of an editor, whichever it is. Offsets are UTF-16 units. */
export interface EditorPort {
  readonly element: HTMLElement
  readonly text: () => string
  /** Undo brings the text before back. */
  readonly setText: (text: string) => void
  readonly onChange: (listener: (text: string) => void) => void
  /** Selects a span and puts the caret there. */
  readonly reveal: (start: number, end: number) => void
  readonly selection: () => { readonly start: number; readonly end: number }
  /** Marks in the text what is known of it, as far as the editor can. */
  readonly show: (insight: Insight) => void
}
