import type { Finding } from '../../lint/diagnostic.ts'
import type { Binary, Expression, Filtered, Literal, Node } from '../../syntax/tree.ts'
import { armsOf, expressionsOf, filteredOf, walkExpression } from '../../syntax/walk.ts'
import { type Span, textOf } from '../../text/span.ts'

/** Values, operators and filters of a node's own tags that engines read differently. */
export function divergentValues(source: string, node: Node): readonly Finding[] {
  const findings: Finding[] = []
  for (const expression of expressionsOf(node))
    walkExpression(expression, (part) => {
      for (const finding of inExpression(source, part)) findings.push(finding)
    })
  for (const { filters } of filteredOf(node))
    for (const { args } of filters.filter(({ name }) => name === 'slice'))
      for (const { value } of args.filter(isNegative)) findings.push(negative(source, value))
  for (const { condition } of armsOf(node))
    if (condition && condition.filters.length > 0) findings.push(filtered(condition))
  return findings
}

function inExpression(source: string, part: Expression): readonly Finding[] {
  if (part.type === 'literal' && !part.closed) return [openQuote(source, part)]
  if (part.type === 'not') return [not(part.operatorSpan)]
  if (part.type !== 'binary') return []
  if (part.left.type === 'missing' || part.right.type === 'missing') return [oneSided(part)]
  return part.operator === 'contains' && isKeyword(part.right) ? [keyword(source, part.right)] : []
}

/** LiquidJS 10.14 and later read on to the end of the tag, earlier ones and Ruby Liquid refuse. */
function openQuote(source: string, { start, end }: Literal): Finding {
  const quote = source[start]!
  return {
    start,
    end,
    message: `The quote of \`${textOf(source, { start, end })}\` is never closed: LiquidJS guesses where the text ends, other versions send nobody a message`,
    fixes: [{ title: 'Close the quote', safe: false, edits: [{ start: end, end, text: quote }] }],
  }
}

const not = ({ start, end }: Span): Finding => ({
  start,
  end,
  message:
    'Only LiquidJS knows `not`: on Ruby Liquid customers get the other text. Write `!=` or `unless`',
})

/** LiquidJS 9 and 10.0 take a lonely `contains` for true, 8.5 and 10.14 for false, 6.4 refuses it. */
const oneSided = ({ operatorSpan: { start, end }, operator }: Binary): Finding => ({
  start,
  end,
  message: `\`${operator}\` has a value on one side only: who gets this text depends on the version of LiquidJS`,
})

const isKeyword = (expression: Expression): expression is Literal =>
  expression.type === 'literal' && expression.form === 'keyword'

/** LiquidJS makes a text of it ("null", "true"), and `blank` is in every text since 10.21; Ruby finds nothing. */
const keyword = (source: string, { start, end }: Literal): Finding => ({
  start,
  end,
  message: `LiquidJS looks for a text where \`${textOf(source, { start, end })}\` stands, Ruby Liquid finds nothing: customers get different texts. Write it in quotes, or compare with \`==\``,
})

const isNegative = ({ value }: { readonly value: Expression }): boolean =>
  value.type === 'literal' && typeof value.value === 'number' && value.value < 0

/** `'fr' | slice: 0, -1` is '' in 10.30 and `f` before; `'*' | slice: -2, 2` is '' now and `*` before. */
const negative = (source: string, { start, end }: Span): Finding => ({
  start,
  end,
  message: `\`slice\` with \`${textOf(source, { start, end })}\` takes less of a text since LiquidJS 10.30 than before: customers may get another language. Cut with \`split\` and \`first\` or \`last\``,
})

/** Ruby Liquid ignores the filter, LiquidJS filters the outcome of the test. */
const filtered = ({ filters, end }: Filtered): Finding => ({
  start: filters[0]!.start,
  end,
  message:
    'A filter in a test works on its outcome, and Ruby Liquid ignores it: customers get different texts. Put the filtered value into a variable with `assign` first',
})
