import type { Insight } from '../insight.ts'
import type { Workspace } from '../workspace.ts'

/** What panels can do. */
export interface Actions {
  readonly change: (part: Partial<Workspace>) => void
  /** Selects a span of the template and puts the caret there. UTF-16 offsets. */
  readonly reveal: (start: number, end: number) => void
}

/** A part of the page. `update` patches only what is another than before; it is called at every key press. */
export interface Panel {
  readonly element: HTMLElement
  readonly update: (insight: Insight) => void
}
