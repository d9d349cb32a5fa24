import type { TemplateContext } from '../../lint/rule.ts'
import type { Span } from '../../text/span.ts'

/** Where another place of the template is, told at this one: `of line 4`, `at column 30 of this line`. */
export function elsewhere({ position }: TemplateContext, other: Span, here: Span): string {
  const { line, column } = position(other.start)
  return line === position(here.start).line ? `at column ${column} of this line` : `of line ${line}`
}
