import type { Expression, Filter } from '../../syntax/tree.ts'
import { expressionsOf, filteredOf, walk, walkExpression } from '../../syntax/walk.ts'
import type { Span } from '../../text/span.ts'
import type { Question } from '../analysis.ts'
import { languageNames, readsLanguage } from '../language-tests.ts'
import type { Because } from '../solve/solver.ts'

/** Filters of LiquidJS 10.30 that end the rendering for some texts; found by giving odd texts to all filters. */
const stopping = new Set([
  'url_decode',
  'base64_decode',
  'where_exp',
  'reject_exp',
  'group_by_exp',
  'has_exp',
  'find_index_exp',
  'find_exp',
])

/** These stop at half a character only, which other filters may leave of the caller's text. */
const stoppingAtHalves = new Set(['url_encode', 'cgi_escape', 'uri_escape'])

/** A longer range may take more memory than a message is granted. */
const longestRange = 1000

/**
 * Where rendering may stop, so that a customer gets nothing, without a trace in what is put into the message:
 * `{% assign x = request_language | url_decode %}`.
 */
export function mayStop({ template, profile }: Question): Because | undefined {
  let found: Because | undefined
  const names = languageNames(template, profile.languageVariable)
  walk(template.nodes, (node) => {
    for (const value of filteredOf(node))
      for (const filter of value.filters)
        if (stops(filter) || (stoppingAtHalves.has(filter.name) && readsLanguage(value, names)))
          found ??= { reason: `the filter ${filter.name} may stop`, span: spanOf(filter) }
    for (const expression of expressionsOf(node))
      walkExpression(expression, (part) => {
        if (part.type === 'range' && !isShort(part))
          found ??= { reason: 'a range may be too long', span: spanOf(part) }
      })
  })
  return found
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const stops = ({ name, args }: Filter): boolean =>
  stopping.has(name) ||
  (name === 'date' && args.length > 1) ||
  ((name === 'append' || name === 'prepend') && args.length !== 1)

const isShort = ({ from, to }: Expression & { readonly type: 'range' }): boolean =>
  [from, to].every(
    (end) => end.type === 'literal' && Math.abs(Number(end.value)) <= longestRange / 2,
  )
