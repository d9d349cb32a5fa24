import type { Outcome } from '../decide/analysis.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { firstOfEach } from '../text/first-of-each.ts'
import type { Edit, Span } from '../text/span.ts'
import { visible } from '../text/visible.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'
import { trimFix } from './shared/trim-fix.ts'

export const edgeWhitespace: TemplateRule = {
  name: 'edge-whitespace',
  group: 'message',
  severity: 'info',
  summary: 'A message starts or ends with blanks that are sent and counted.',
  on: 'template',
  about: 'sms',
  check: (context) => {
    const { source } = context.template
    const all = messages(context).flatMap((outcome) => edges(outcome, source))
    return together(all).filter(({ start }) => !isFileEnd(source, start))
  },
}

/** One finding a place, with the fixes of all messages that have their blanks from it. */
function together(all: readonly Finding[]): readonly Finding[] {
  const edits = new Map<number, Edit[]>()
  for (const { start, fixes = [] } of all) {
    edits.set(start, [...(edits.get(start) ?? []), ...fixes.flatMap((fix) => fix.edits)])
  }
  return onePerPlace(all).map(({ fixes, ...found }) => ({
    ...found,
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        ...fix,
        edits: firstOfEach(edits.get(found.start)!, (edit) => JSON.stringify(edit)),
      })),
    }),
  }))
}

/** The one line end with which editors close a file says nothing about the author. */
const isFileEnd = (source: string, offset: number): boolean => /^\r?\n$/.test(source.slice(offset))

/** One finding a message, at the first edge that has blanks. */
function edges(outcome: Outcome, source: string): readonly Finding[] {
  const { text } = outcome.rendered
  const leading = { start: 0, end: text.length - text.trimStart().length }
  const trailing = { start: text.trimEnd().length, end: text.length }
  const faults = [
    { verb: 'starts', span: leading },
    { verb: 'ends', span: trailing },
  ].filter(({ span }) => span.start < span.end)
  const [first] = faults
  if (first === undefined) return []
  const said = faults.map(({ verb, span }) => `${verb} with ${blanks(text, span)}`)
  const message = `${textOfWhom(outcome)} ${said.join(' and ')}, sent and counted. Let the tag beside it trim: \`{%- … -%}\``
  const fix = trimFix(source, outcome)
  return [{ ...findingIn(outcome, first.span, message), ...(fix && { fixes: [fix] }) }]
}

const blanks = (text: string, { start, end }: Span): string =>
  `\`${visible(text.slice(start, end)).replaceAll(' ', '·')}\``
