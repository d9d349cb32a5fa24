import type { Change } from '../../decide/compare.ts'
import { isBlank } from '../../decide/message.ts'
import type { Rendered } from '../../render/rendered.ts'
import { escapeMarkdown, messageCell } from '../markup.ts'
import { readers } from '../value-names.ts'
import { emptyMessage } from '../witness.ts'
import { type Comparison, type DiffFormat, sizeChange, verdict } from './comparison.ts'

/** More changes than this are counted: GitHub takes comments of 65,536 characters. */
const mostChanges = 40

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
    escapeMarkdown(readers(change, comparison.difference)),
    side(change.before),
    side(change.after),
    sizeChange(change, comparison),
  ]
  return `| ${cells.join(' | ')} |`
}

function side(rendered: Rendered | undefined): string {
  if (rendered === undefined) return '**no message: Liquid stops**'
  if (isBlank(rendered.text)) return `**${emptyMessage(rendered.text)}**`
  return messageCell(rendered.text)
}
