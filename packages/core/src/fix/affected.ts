import { type OpenTemplate, openTemplate } from '../check/open-template.ts'
import type { CheckOptions } from '../check/options.ts'
import { compareTemplates } from '../decide/compare/compare.ts'
import type { Difference } from '../decide/compare/difference.ts'
import type { SourceFile } from '../source/source-file.ts'

/** Whose message one of a file's templates changes. */
export interface Affected {
  /** Where in the file: `options.template`; empty where the file is the template. */
  readonly name: string
  readonly opened: { readonly before: OpenTemplate; readonly after: OpenTemplate }
  readonly difference: Difference
}

/** Whose message changes between two versions of a file with the same templates. */
export function affectedBy(
  before: SourceFile,
  after: SourceFile,
  options: CheckOptions = {},
): readonly Affected[] {
  return before.templates.flatMap((embedded, i) => {
    const other = after.templates[i]
    if (other === undefined || other.text === embedded.text) return []
    const old = openTemplate(embedded, options)
    const opened = { before: old, after: openTemplate(other, { ...options, profile: old.profile }) }
    const difference = compareTemplates(opened.before.question, opened.after.question)
    return [{ name: embedded.name, opened, difference }]
  })
}
