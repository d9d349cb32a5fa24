import type { TemplateContext, TemplateRule } from '../../lint/rule.ts'
import type { Span } from '../../text/span.ts'

/**
 * One cause, one finding: tells the places that more specific rules speak about.
 * @returns whether one of their findings covers an offset.
 */
export function coveredBy(
  context: TemplateContext,
  ...rules: readonly TemplateRule[]
): (offset: number) => boolean {
  const spans: readonly Span[] = rules.flatMap((rule) => [...rule.check(context)])
  return (offset) => spans.some(({ start, end }) => start <= offset && offset <= end)
}
