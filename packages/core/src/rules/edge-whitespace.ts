import type { Outcome } from '../decide/analysis.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { visible } from '../text/visible.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

export const edgeWhitespace: TemplateRule = {
  name: 'edge-whitespace',
  group: 'message',
  severity: 'info',
  summary: 'A message starts or ends with blanks that are sent and counted.',
  on: 'template',
  check: (context) => onePerPlace(messages(context).flatMap(edges)),
}

function edges(outcome: Outcome): readonly Finding[] {
  const { text } = outcome.rendered
  const leading = text.length - text.trimStart().length
  const trailing = text.trimEnd().length
  const about = (edge: string, start: number, end: number): Finding =>
    findingIn(
      outcome,
      { start, end },
      `${textOfWhom(outcome)} ${edge} with \`${visible(text.slice(start, end)).replaceAll(' ', '·')}\`, which is sent and counted. Let the tag beside it trim: \`{%- … -%}\``,
    )
  return [
    ...(leading > 0 ? [about('starts', 0, leading)] : []),
    ...(trailing < text.length ? [about('ends', trailing, text.length)] : []),
  ]
}
