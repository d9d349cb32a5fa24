import type { Analysis, FileReport, OpenTemplate } from '@codeword/core'
import type { Workspace } from './workspace.ts'

/** All that is known about a workspace. Made at every key press; what only one tab shows is lazy. */
export interface Insight {
  readonly workspace: Workspace
  readonly opened: OpenTemplate
  readonly report: FileReport
  /** Undefined where LiquidJS rejects the template. */
  readonly analysis: Analysis | undefined
}
