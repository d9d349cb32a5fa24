import type { Insight } from '../insight.ts'
import type { Workspace } from '../workspace.ts'

/** What panels can do: change the workspace, or show a place of the template. */
export interface Actions {
  readonly change: (part: Partial<Workspace>) => void
  /** Selects a span of the template in the editor and focuses it. UTF-16 offsets. */
  readonly reveal: (start: number, end: number) => void
  /** Says something to users of screen readers and sighted ones alike, for some seconds. */
  readonly announce: (message: string) => void
}

/** A part of the page. `update` patches only what is another than before; it is called at every key press. */
export interface Panel {
  readonly element: HTMLElement
  readonly update: (insight: Insight) => void
}

export type MakePanel = (actions: Actions) => Panel
