import { armFacts } from '../../decide/arms.ts'
import type { Fix } from '../../lint/diagnostic.ts'
import type { TemplateContext } from '../../lint/rule.ts'
import type { Span } from '../../text/span.ts'
import { chainFixes } from './chain-fix.ts'
import { spellingOf } from './placeholder-names.ts'

/**
 * Adds an `else` with the code and a marker for the words, which are the author's to write. In one of several blocks
 * it would be a second text for the customers of the others, so these are made one.
 */
export function missingText(context: TemplateContext, { start }: Span): readonly Fix[] {
  const { template, profile, surroundings } = context
  const facts = [...armFacts(template, profile.languageVariable).values()]
  const blocks = new Set(facts.filter(({ byLanguage }) => byLanguage).map(({ block }) => block))
  const [block, ...others] = blocks
  const last = others.at(-1) ?? block
  if (block === undefined || last === undefined) return []
  const { arms, closing } = last
  if (closing === undefined || !(block.start <= start && start < last.end)) return []
  if (last.type === 'for' || last.type === 'tablerow') return []
  if (arms.some(({ kind }) => kind === 'else')) return []
  const [code] = profile.codeVariables
  const placeholder = code === undefined ? '' : ` ${spellingOf(code, profile, surroundings.syntax)}`
  const trims = closing.trimLeft ? '-' : ''
  const text = `{%${trims} else ${trims}%}[text for everybody else]${placeholder}`
  const added = { start: closing.start, end: closing.start, text }
  if (others.length === 0)
    return [{ title: 'Add an `else` with a text to fill in', safe: false, edits: [added] }]
  const [chain] = chainFixes(context, block, last)
  if (chain === undefined || chain.edits.length !== others.length) return []
  const title = 'Make one `if` of them, with an `else` to fill in'
  return [{ title, safe: false, edits: [...chain.edits, added] }]
}
