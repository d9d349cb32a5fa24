import { customer } from '../../lint/customer.ts'
import { Lines } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { valueName } from '../value-names.ts'
import type { Explanation } from './explanation.ts'

/**
 * Where too many combinations make no table: each block that stands on its own with a value for each of its
 * texts, and the texts of different languages that one customer gets together, one sentence each.
 */
export function blockNotes(explanation: Explanation): readonly string[] {
  const { blocks = [], conflicts, variable } = explanation.analysis
  if (blocks.length === 0) return []
  return [
    ...blocks.map(({ span, arms }) => {
      const entries = arms.map(({ arm, value }) => {
        const who = value === undefined ? 'nobody known' : valueName(value, variable)
        return `${lineNames([arm], explanation)} for ${who}`
      })
      return `The block of ${lineNames([span], explanation)}: ${entries.join('; ')}.`
    }),
    ...conflicts.map(
      ({ arms, witness }) =>
        `${customer(witness.value)} gets the texts of ${lineNames(arms, explanation)} together.`,
    ),
  ]
}

/** More lines are counted, not named. */
const mostLines = 3

/** `line 3`, `lines 3, 7`: where spans begin; inside JSON a template has lines of its own. Empty for none. */
export function lineNames(spans: readonly Span[], { opened }: Explanation): string {
  if (spans.length === 0) return ''
  const lines = new Lines(opened.embedded.text)
  const numbers = [...new Set(spans.map(({ start }) => lines.position(start).line))]
  const rest = numbers.length - mostLines
  const named = numbers.slice(0, mostLines).join(', ')
  return `${numbers.length === 1 ? 'line' : 'lines'} ${named}${rest > 0 ? ` and ${rest} more` : ''}`
}
