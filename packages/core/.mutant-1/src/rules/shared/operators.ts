import { nearest } from '../../text/nearest.ts'
import type { Span } from '../../text/span.ts'

/** Signs that no Liquid operator looks like, with the operator that is meant; '' for a negation. */
export const mistakenSigns: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
  ['=!', '!='],
  ['<>', '!='],
  ['=<', '<='],
  ['=>', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['&&', 'and'],
  ['&', 'and'],
  ['||', 'or'],
  ['!', ''],
  ['=~', 'contains'],
  ['~', 'contains'],
])

const words: ReadonlyMap<string, string> = new Map([
  ['is', '=='],
  ['eq', '=='],
  ['equals', '=='],
  ['equal', '=='],
  ['isnt', '!='],
  ['is not', '!='],
  ['ne', '!='],
  ['neq', '!='],
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
  ['includes', 'contains'],
  ['include', 'contains'],
  ['has', 'contains'],
  ['like', 'contains'],
  ['matches', 'contains'],
  ['startswith', 'contains'],
  ['beginswith', 'contains'],
  ['endswith', 'contains'],
  ['not', ''],
])

/**
 * The operator that a word from another language stands for: letter case and `_` do not count.
 * @returns '' for a negation, undefined for a word that is like no operator.
 */
export function operatorFor(word: string): string | undefined {
  const sign = mistakenSigns.get(word)
  if (sign !== undefined) return sign
  const folded = word.toLowerCase().replace(/[-_]/g, '')
  return words.get(folded) ?? nearest(folded, ['contains', 'and', 'or'])
}

/** Signs outside straight quotes in a part of a source, longest first, with their offsets. */
export function signsIn(
  source: string,
  { start, end }: Span,
): readonly (Span & { readonly sign: string })[] {
  const signs = /'[^']*'|"[^"]*"|(===|!==|=~|=>|=<|=!|<>|&&|\|\||==|!=|<=|>=|[=!&~<>])/g
  return [...source.slice(start, end).matchAll(signs)].flatMap(({ 1: sign, index }) =>
    sign === undefined ? [] : [{ start: start + index, end: start + index + sign.length, sign }],
  )
}
