import type { Change } from '../../decide/compare/difference.ts'
import { isBlank } from '../../decide/message.ts'
import type { Rendered } from '../../render/rendered.ts'
import { wrap } from '../../text/columns.ts'
import { visible } from '../../text/visible.ts'
import { inert } from '../inert.ts'
import { messageRows } from '../message-rows.ts'
import type { Style } from '../paint.ts'
import type { Look } from '../report.ts'
import { emptyMessage } from '../witness.ts'
import {
  type Comparison,
  type DiffFormat,
  mostChanges,
  sizeChange,
  verdict,
  whose,
} from './comparison.ts'

/** For people at a terminal: each class of customers with the message before and after. */
export const text: DiffFormat = (comparison, look) => {
  const { before, after, difference } = comparison
  const rest = difference.changes.length - mostChanges
  const blocks = [
    [look.paint('strong', `${visible(before)} → ${visible(after)}`)],
    ...difference.changes
      .slice(0, mostChanges)
      .map((change) => changeRows(change, comparison, look)),
    ...(rest > 0
      ? [wrap(`and ${rest} more: codeword diff --json tells them all`, look.width)]
      : []),
    wrap(verdict(comparison), look.width),
  ]
  return inert(`${blocks.map((block) => block.join('\n')).join('\n\n')}\n`)
}

function changeRows(change: Change, comparison: Comparison, look: Look): readonly string[] {
  const { before, after, part } = change
  return [
    ...wrap(whose(change, comparison.difference), look.width - 2).map((row) => `  ${row}`),
    ...(part
      ? [...partRows('-', 'error', part.before, look), ...partRows('+', 'good', part.after, look)]
      : [...sideRows('-', 'error', before, look), ...sideRows('+', 'good', after, look)]),
    ...wrap(sizeChange(change, comparison), look.width - 4).map(
      (row) => `    ${look.paint('faint', row)}`,
    ),
  ]
}

/** A part of messages: only what is lost or gained. */
const partRows = (sign: Sign, style: Style, text: string, look: Look): readonly string[] =>
  text === '' ? [] : signed(sign, style, messageRows(`…${text}…`, look, look.width - 4), look)

function sideRows(
  sign: Sign,
  style: Style,
  rendered: Rendered | undefined,
  look: Look,
): readonly string[] {
  if (rendered === undefined) return signed(sign, style, ['no message: Liquid stops'], look)
  const { text } = rendered
  const rows = isBlank(text) ? [emptyMessage(text)] : messageRows(text, look, look.width - 4)
  return signed(sign, style, rows, look)
}

type Sign = '-' | '+'

function signed(sign: Sign, style: Style, rows: readonly string[], look: Look): readonly string[] {
  return rows.map((row) => `  ${look.paint(style, sign)} ${row}`.trimEnd())
}
