import type { Change } from '../../decide/compare/difference.ts'
import { isBlank } from '../../decide/message.ts'
import type { Rendered } from '../../render/rendered.ts'
import { escapeMarkdown, messageCell } from '../markup.ts'
import { emptyMessage } from '../witness.ts'
import {
  type Comparison,
  type DiffFormat,
  mostChanges,
  sizeChange,
  verdict,
  whose,
} from './comparison.ts'

/** For the comment of a pull request, in GitHub Flavored Markdown. */
export const markdown: DiffFormat = (comparison) => {
  const { after, difference } = comparison
  const { changes } = difference
  const rest = changes.length - mostChanges
  return `${[
    `### ${escapeMarkdown(after)}: whose message changes`,
    '',
    escapeMarkdown(verdict(comparison)),
    ...(changes.length === 0
      ? []
      : ['', '| who | before | after | size |', '| --- | --- | --- | --- |']),
    ...changes.slice(0, mostChanges).map((change) => row(change, comparison)),
    ...(rest > 0 ? ['', `and ${rest} more: \`codeword diff\` shows them all.`] : []),
  ].join('\n')}\n`
}

function row(change: Change, comparison: Comparison): string {
  const cells = [
    escapeMarkdown(whose(change, comparison.difference)),
    ...(change.part
      ? [part(change.part.before), part(change.part.after)]
      : [side(change.before), side(change.after)]),
    sizeChange(change, comparison),
  ]
  return `| ${cells.join(' | ')} |`
}

function side(rendered: Rendered | undefined): string {
  if (rendered === undefined) return '**no message: Liquid stops**'
  if (isBlank(rendered.text)) return `**${emptyMessage(rendered.text)}**`
  return messageCell(rendered.text)
}

/** A part of messages: only what is lost or gained. */
const part = (text: string): string => (text === '' ? '' : messageCell(`…${text}…`))
