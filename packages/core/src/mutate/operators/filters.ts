import { collect, filteredOf } from '../../syntax/walk.ts'
import { spanOf, textOf } from '../../text/span.ts'
import type { Mutant, Operator } from '../mutant.ts'

/** Leaves out one filter: a header in another letter case, or with a list of languages, is then misread. */
export const filters: Operator = ({ nodes, source }) =>
  collect(nodes, (node) =>
    filteredOf(node).flatMap(({ expression, filters: chain, ignored }) => {
      if (ignored.length > 0) return []
      return chain.map((filter, at): Mutant => {
        const span = spanOf(filter.start, filter.end)
        const before = chain[at - 1]?.end ?? expression.end
        return {
          operator: 'drop-filter',
          span,
          fault: `no ${textOf(source, span)}`,
          edits: [{ start: before, end: filter.end, text: '' }],
        }
      })
    }),
  )
