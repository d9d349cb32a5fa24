import type { Profile } from '../profile/profile.ts'
import { limits } from '../render/limits.ts'
import type { Template } from '../syntax/tree.ts'
import { applyEdits } from '../text/apply-edits.ts'
import type { Mutant, Operator } from './mutant.ts'
import { arms } from './operators/arms.ts'
import { conditions } from './operators/conditions.ts'
import { filters } from './operators/filters.ts'
import { placeholders } from './operators/placeholders.ts'
import { tags } from './operators/tags.ts'
import { whitespace } from './operators/whitespace.ts'

const operators: readonly Operator[] = [placeholders, filters, tags, conditions, arms, whitespace]

/** A mutant with its whole text. */
export interface MutantText extends Mutant {
  readonly source: string
}

/**
 * Every mutant of a template, in source order. No two of them are the same text, and none is the template's.
 * @returns none where Liquid rejects the template or it is too long to be rendered
 */
export function mutantsOf(template: Template, profile: Profile): readonly MutantText[] {
  if (template.errors.length > 0 || template.source.length > limits.source) return []
  const known = new Set([template.source])
  return operators
    .flatMap((operator) => operator(template, profile))
    .flatMap((mutant) => {
      const source = applyEdits(template.source, mutant.edits)
      if (source === undefined || known.has(source)) return []
      known.add(source)
      return [{ ...mutant, source }]
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
