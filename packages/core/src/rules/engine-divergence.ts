import type { TemplateRule } from '../lint/rule.ts'
import { skipBlanks } from '../syntax/blank.ts'
import { collect } from '../syntax/walk.ts'
import { overlapping } from '../text/overlapping.ts'
import type { Span } from '../text/span.ts'
import { codeRepeated } from './code-repeated.ts'
import { constantCondition } from './constant-condition.ts'
import { overlappingBranches } from './overlapping-branches.ts'
import { unreadable } from './shared/conditions.ts'
import { divergentCase, divergentElse } from './shared/divergent-blocks.ts'
import { divergentValues } from './shared/divergent-values.ts'
import { smartQuotes } from './smart-quotes.ts'
import { unknownOperator } from './unknown-operator.ts'

/**
 * The vendor names LiquidJS as its engine and no version. Each construct was run on LiquidJS 6.4,
 * 8.5, 9.43, 10.0, 10.14 and 10.30 and on Ruby Liquid 5.13, with results that differ.
 */
export const engineDivergence: TemplateRule = {
  name: 'engine-divergence',
  group: 'syntax',
  severity: 'warning',
  summary: 'Another version of the engine sends customers another text for this.',
  on: 'template',
  about: 'liquid',
  yieldsTo: [smartQuotes, unknownOperator, constantCondition, codeRepeated, overlappingBranches],
  check: ({ template }) => {
    const { source } = template
    const isUnreadable = overlapping(unreadable(template))
    // Before something that cannot be read an operator seems to lack its value.
    const isCut = ({ start, end }: Span): boolean =>
      isUnreadable({ start, end: skipBlanks(source, end, source.length) + 1 })
    const findings = collect(template.nodes, (node) => [
      ...divergentValues(source, node),
      ...divergentElse(node),
      ...(node.type === 'case' ? divergentCase(source, node) : []),
    ])
    return findings.filter((finding) => !isCut(finding))
  },
}
