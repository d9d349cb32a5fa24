/** What the page needs of an editor, whichever it is. Offsets are UTF-16 units. */
export interface EditorPort {
  readonly element: HTMLElement
  readonly text: () => string
  readonly setText: (text: string) => void
  readonly onChange: (listener: (text: string) => void) => void
  /** Selects a span and puts the caret there. */
  readonly reveal: (start: number, end: number) => void
}
