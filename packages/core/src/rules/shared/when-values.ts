import type { Finding } from '../../lint/diagnostic.ts'
import type { Arm, Template } from '../../syntax/tree.ts'
import { allArms } from '../../syntax/walk.ts'
import { overlapping } from '../../text/overlapping.ts'
import { type Span, spanOf, textOf } from '../../text/span.ts'
import { operatorFor } from './operators.ts'

/**
 * Parts of `when` tags that LiquidJS skips: after a value it reads on only behind a comma or `or`.
 * `when 'fr' and 'de'` and `when 'fr' 'de'` ask for `fr` alone, `when contains 'fr'` for a variable.
 */
export function unreadWhenValues({ source, nodes, errors }: Template): readonly Finding[] {
  const isRefused = overlapping(errors)
  return allArms(nodes)
    .filter(({ kind, tag }) => kind === 'when' && !isRefused(tag.args))
    .flatMap((arm) => unreadIn(source, arm))
}

const isOperator = (word: string): boolean => operatorFor(word) !== undefined

/** `when contains 'fr'` */
const operatorInstead = (source: string, { start, end }: Span): Finding => ({
  start,
  end,
  message: `\`${textOf(source, { start, end })}\` is read as a variable that does not exist, and what follows is not read: no customer gets this text. \`when\` takes values without an operator`,
})

function unreadIn(source: string, { tag, values }: Arm): readonly Finding[] {
  return values.flatMap((value, at) => {
    const gap = textOf(source, spanOf(value.end, values[at + 1]?.start ?? tag.args.end))
    if (/^\s*(?:,|or\b)?\s*$/.test(gap)) return []
    const [, blank = '', word = ''] = /^(\s*)('[^']*'|"[^"]*"|[^\s'"]+|.)/s.exec(gap)!
    if (at === 0 && value.type === 'variable' && isOperator(textOf(source, value)))
      return [operatorInstead(source, value)]
    const start = value.end + blank.length
    const end = start + word.length
    const isValue = /^['"]/.test(word)
    const message = isValue
      ? `Nothing separates ${word} from what stands before it, so it is not read, and its customers do not get this text`
      : `\`${word}\` does not join values of \`when\`: what follows is not read, and its customers do not get this text`
    const edits = [{ start: value.end, end: isValue ? start : end, text: isValue ? ', ' : ',' }]
    const fixes = [{ title: 'Separate the values with a comma', safe: false, edits }]
    return [{ start, end, message: `${message}. Write a comma between values`, fixes }]
  })
}
