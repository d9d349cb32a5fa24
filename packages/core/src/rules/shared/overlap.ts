import type { TemplateContext, TemplateRule } from '../../lint/rule.ts'
import type { Span } from '../../text/span.ts'

/**
 * Makes a question that may be asked often: whether a span has a character in common with one of `spans`.
 */
export function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let furthest = -1
  const reach = sorted.map(({ end }) => (furthest = Math.max(furthest, end)))
  return ({ start, end }) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.start < end) low = middle + 1
      else high = middle
    }
    return low > 0 && reach[low - 1]! > start
  }
}

/**
 * One cause, one finding: whether more specific rules speak about a place. Whoever turns a warning off has
 * judged its cause; an error that is turned off must not take with it what another rule says of it.
 */
export function ownedBy(
  context: TemplateContext,
  ...rules: readonly TemplateRule[]
): (span: Span) => boolean {
  let isOwned: ((span: Span) => boolean) | undefined
  return (span) => {
    isOwned ??= overlapping(
      rules
        .filter(({ name, severity }) => severity !== 'error' || !context.silenced?.has(name))
        .flatMap((rule) => [...rule.check(context)]),
    )
    return isOwned(span)
  }
}
