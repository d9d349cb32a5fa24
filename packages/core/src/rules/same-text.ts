import type { TemplateRule } from '../lint/rule.ts'
import type { Arm } from '../syntax/tree.ts'
import { armsOf, collect } from '../syntax/walk.ts'
import { elsewhere } from './shared/elsewhere.ts'

/** Short texts such as `Code: 123456` are the same in many languages. */
const fewestWords = 4

export const sameText: TemplateRule = {
  name: 'same-text',
  group: 'message',
  severity: 'info',
  summary: 'Two languages get the same text: a translation was forgotten, or the arms can be one.',
  on: 'template',
  about: 'liquid',
  check: (context) =>
    collect(context.template.nodes, (node) => twins(armsOf(node), context.template.source)).map(
      ({ arm, first }) => ({
        start: arm.tag.start,
        end: arm.tag.end,
        message: `These customers get the same text as those ${elsewhere(context, first, arm)}. Translate it, or let one arm serve both`,
      }),
    ),
}

interface Twin {
  readonly arm: Arm
  readonly first: Arm
}

/** Arms with the text of an earlier one. A named language that gets the fallback's text is common and right. */
function twins(arms: readonly Arm[], source: string): readonly Twin[] {
  const seen = new Map<string, Arm>()
  return arms.flatMap((arm): readonly Twin[] => {
    const text = wordsOf(source, arm)
    if (arm.kind === 'else' || text.split(' ').length < fewestWords) return []
    const first = seen.get(text)
    if (first === undefined) seen.set(text, arm)
    return first === undefined ? [] : [{ arm, first }]
  })
}

const wordsOf = (source: string, arm: Arm): string =>
  source.slice(arm.tag.end, arm.end).replace(/\s+/g, ' ').trim()
