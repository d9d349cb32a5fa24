import type { Outcome, Property } from '../../decide/analysis.ts'
import { isBlank } from '../../decide/message.ts'
import { engine } from '../../render/engine.ts'
import { segment } from '../../sms/segment.ts'
import { columns, wrap } from '../../text/columns.ts'
import { visible } from '../../text/visible.ts'
import { inert } from '../inert.ts'
import { messageRows, sizeText } from '../message-rows.ts'
import type { Style } from '../paint.ts'
import { counted, type Look, placeOf } from '../report.ts'
import { readers } from '../value-names.ts'
import { emptyMessage } from '../witness.ts'
import { blockNotes } from './block-notes.ts'
import {
  amount,
  costOf,
  type ExplainFormat,
  type Explanation,
  notes,
  share,
  shownOutcomes,
} from './explanation.ts'
import { type Promised, promises } from './promises.ts'

/** For people at a terminal: who reads what, and what is promised. */
export const text: ExplainFormat = (explanation, look) => {
  const { path, opened } = explanation
  const place = look.paint('strong', visible(placeOf(path, opened.embedded)))
  const { profile } = opened
  const blocks = blockNotes(explanation)
  const parts = [
    [`${place}  ${look.paint('faint', `${profile.title} (${profile.name})`)}`],
    ...(explanation.analysis.outcomes.length === 0 ? [] : [table(explanation, look)]),
    notes(explanation).flatMap((each) => wrap(each, look.width)),
    ...(blocks.length === 0 ? [] : [blocks.flatMap((each) => wrap(each, look.width))]),
    promises(explanation).flatMap((promised) => promisedRows(promised, look)),
    wrap(`${tally(explanation)}; rendered by ${engine}`, look.width).map((row) =>
      look.paint('faint', row),
    ),
  ]
  return inert(`${parts.map((block) => block.join('\n')).join('\n\n')}\n`)
}

function table(explanation: Explanation, look: Look): readonly string[] {
  const left = Math.min(28, look.width >> 1)
  const right = look.width - left - 5
  const bar = look.paint('faint', '│')
  const line = (a: string, b: string): string =>
    ` ${a}${' '.repeat(Math.max(0, left - columns(a)))} ${bar} ${b}`.trimEnd()
  const rule = look.paint('faint', `${'─'.repeat(left + 2)}┼${'─'.repeat(right + 2)}`)
  const rows = shownOutcomes(explanation).map(({ outcome, index }) => {
    const who = whoRows(outcome, index, explanation, left)
    const message = outcomeRows(outcome, explanation, look, right)
    const height = Math.max(who.length, message.length)
    return Array.from({ length: height }, (_, i) => line(who[i] ?? '', message[i] ?? ''))
  })
  return [line('who', 'reads'), ...rows.flatMap((row) => [rule, ...row])]
}

function whoRows(
  outcome: Outcome,
  index: number,
  { analysis, requests }: Explanation,
  width: number,
): readonly string[] {
  const who = wrap(readers(outcome, analysis), width)
  if (requests === undefined) return who
  const count = requests.counts[index]!
  const requested = `${counted(count, 'request')}, ${share(count, requests.total)}`
  return [...who, ...wrap(requested, width)]
}

function outcomeRows(
  outcome: Outcome,
  explanation: Explanation,
  look: Look,
  width: number,
): readonly string[] {
  const { rendered } = outcome
  if (isBlank(rendered.text))
    return wrap(emptyMessage(rendered.text), width).map((row) => look.paint('error', row))
  const { segmentLimit, opened } = explanation
  const cost = costOf(outcome, explanation)
  const size = [
    sizeText(rendered.text, opened.profile),
    ...(cost === undefined ? [] : [`costs ${amount(cost)}`]),
  ].join(', ')
  const over = segmentLimit !== undefined && segment(rendered.text).segments > segmentLimit
  const painted = (style: Style, words: string): readonly string[] =>
    wrap(words, width).map((row) => look.paint(style, row))
  return [
    ...messageRows(rendered.text, look, width),
    ...painted('faint', size),
    ...(over ? painted('warning', `more than ${counted(segmentLimit, 'segment')}`) : []),
  ]
}

const marks = {
  proved: ['✓', 'good'],
  broken: ['✗', 'error'],
  unproved: ['?', 'warning'],
  informative: ['i', 'info'],
} as const satisfies Record<Promised['tone'], readonly [string, Style]>

function promisedRows({ tone, title, detail, name }: Promised, look: Look): readonly string[] {
  const [mark, style] = marks[tone]
  const room = look.width - 2
  const gap = room - title.length - name.length
  const heading =
    gap > 1
      ? [`${title}${' '.repeat(gap)}${look.paint('faint', name)}`]
      : [...wrap(title, room), look.paint('faint', name)]
  return [...heading, ...wrap(detail, room)].map((row, i) =>
    i === 0 ? `${look.paint(style, mark)} ${row}` : `  ${row}`,
  )
}

/** `6 proved, 1 broken, 1 not proved`, without what there is none of. */
function tally({ analysis }: Explanation): string {
  const count = (status: Property['status']): number =>
    analysis.properties.filter((property) => property.status === status).length
  return [
    [count('proved'), 'proved'],
    [count('broken'), 'broken'],
    [count('unproved'), 'not proved'],
  ]
    .filter(([n]) => n !== 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ')
}
