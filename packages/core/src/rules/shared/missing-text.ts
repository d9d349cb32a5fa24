import { armFacts } from '../../decide/arms.ts'
import type { Fix } from '../../lint/diagnostic.ts'
import type { TemplateContext } from '../../lint/rule.ts'
import type { Span } from '../../text/span.ts'
import { spellingOf } from './placeholder-names.ts'

/**
 * Adds an `else` with the code and a marker for the words, which are the author's to write. Only where one block
 * chooses the text: in one of several it would be a second text for the customers of the others.
 */
export function missingText(context: TemplateContext, { start }: Span): readonly Fix[] {
  const { template, profile, surroundings } = context
  const facts = [...armFacts(template, profile.languageVariable).values()]
  const blocks = new Set(facts.filter(({ byLanguage }) => byLanguage).map(({ block }) => block))
  const [block, ...others] = blocks
  if (block === undefined || others.length > 0) return []
  const { arms, closing } = block
  if (closing === undefined || !(block.start <= start && start < block.end)) return []
  if (block.type === 'for' || block.type === 'tablerow') return []
  if (arms.some(({ kind }) => kind === 'else')) return []
  const [code] = profile.codeVariables
  const placeholder = code === undefined ? '' : ` ${spellingOf(code, profile, surroundings.syntax)}`
  const trims = closing.trimLeft ? '-' : ''
  const text = `{%${trims} else ${trims}%}[text for everybody else]${placeholder}`
  return [
    {
      title: 'Add an `else` with a text to fill in',
      safe: false,
      edits: [{ start: closing.start, end: closing.start, text }],
    },
  ]
}
