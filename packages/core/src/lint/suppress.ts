import type { Template } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'
import type { Diagnostic } from './diagnostic.ts'
import { commentEnds, type Directive, directivesIn, keywords, nextSolid } from './directive.ts'
import type { Suppression } from './rule.ts'
import type { Severities } from './severity.ts'

export interface Suppressed {
  /** What no comment suppresses. */
  readonly kept: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
}

/**
 * Leaves out what comments in the template suppress: the findings of the named rules that begin in the
 * comment's target. Blanks and comments at the beginning of a finding do not count.
 */
export function suppress(
  template: Template,
  diagnostics: readonly Diagnostic[],
  severities: Severities,
): Suppressed {
  // Most templates have none, and need not be walked.
  const directives = template.source.includes('codeword-') ? directivesIn(template) : []
  if (directives.length === 0) return { kept: diagnostics, suppressions: [] }
  const ends = commentEnds(template)
  const placed = diagnostics.map((diagnostic) => ({
    diagnostic,
    starts: [diagnostic.start, nextSolid(template.source, diagnostic.start, ends)],
  }))
  const isHit = (name: string, target: Span, { diagnostic, starts }: (typeof placed)[0]): boolean =>
    diagnostic.rule === name && starts.some((at) => target.start <= at && at < target.end)
  const hits = (directive: Directive, name: string): typeof placed => {
    const { target } = directive
    return target === undefined ? [] : placed.filter((one) => isHit(name, target, one))
  }
  const gone = new Set<Diagnostic>()
  const suppressions = directives.map((directive) => ({
    ...directive,
    isKeyword: keywords.includes(directive.keyword),
    rules: directive.names.map((named) => {
      const found = hits(directive, named.name)
      for (const { diagnostic } of found) gone.add(diagnostic)
      return { ...named, used: found.length > 0 || severities[named.name] === 'off' }
    }),
  }))
  return { kept: diagnostics.filter((each) => !gone.has(each)), suppressions }
}
