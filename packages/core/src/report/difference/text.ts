import type { Change } from '../../decide/compare.ts'
import { isBlank } from '../../decide/message.ts'
import type { Rendered } from '../../render/rendered.ts'
import { wrap } from '../../text/columns.ts'
import { visible } from '../../text/visible.ts'
import { inert } from '../inert.ts'
import { messageRows } from '../message-rows.ts'
import type { Style } from '../paint.ts'
import type { Look } from '../report.ts'
import { readers } from '../value-names.ts'
import { emptyMessage } from '../witness.ts'
import { type Comparison, type DiffFormat, sizeChange, verdict } from './comparison.ts'

/** For people at a terminal: each class of customers with the message before and after. */
export const text: DiffFormat = (comparison, look) => {
  const { before, after, difference } = comparison
  const blocks = [
    [look.paint('strong', `${visible(before)} → ${visible(after)}`)],
    ...difference.changes.map((change) => changeRows(change, comparison, look)),
    wrap(verdict(comparison), look.width),
  ]
  return inert(`${blocks.map((block) => block.join('\n')).join('\n\n')}\n`)
}

function changeRows(change: Change, comparison: Comparison, look: Look): readonly string[] {
  return [
    ...wrap(readers(change, comparison.difference), look.width - 2).map((row) => `  ${row}`),
    ...sideRows('-', 'error', change.before, look),
    ...sideRows('+', 'good', change.after, look),
    ...wrap(sizeChange(change, comparison), look.width - 4).map(
      (row) => `    ${look.paint('faint', row)}`,
    ),
  ]
}

function sideRows(
  sign: '-' | '+',
  style: Style,
  rendered: Rendered | undefined,
  look: Look,
): readonly string[] {
  const rows =
    rendered === undefined
      ? ['no message: Liquid stops']
      : isBlank(rendered.text)
        ? [emptyMessage(rendered.text)]
        : messageRows(rendered.text, look, look.width - 4)
  return rows.map((row) => `  ${look.paint(style, sign)} ${row}`.trimEnd())
}
