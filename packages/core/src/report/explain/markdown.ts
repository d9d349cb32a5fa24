import type { Outcome } from '../../decide/analysis.ts'
import { isBlank } from '../../decide/message.ts'
import { escapeMarkdown, messageCell } from '../markup.ts'
import { sizeText } from '../message-rows.ts'
import { placeOf } from '../report.ts'
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

/** For the comment of a pull request, in GitHub Flavored Markdown. */
export const markdown: ExplainFormat = (explanation) => {
  const { path, opened } = explanation
  const columns = columnsOf(explanation)
  const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`
  return `${[
    `### ${escapeMarkdown(placeOf(path, opened.embedded))}: who reads what`,
    '',
    cells(columns.map(({ head }) => head)),
    cells(columns.map(({ right }) => (right ? '--:' : '---'))),
    ...shownOutcomes(explanation).map(({ outcome, index }) =>
      cells(columns.map(({ cell }) => cell(outcome, index))),
    ),
    '',
    notes(explanation).map(escapeMarkdown).join(' '),
    ...blockNotes(explanation).map((note) => `- ${escapeMarkdown(note)}`),
    '',
    ...promises(explanation).map(promisedLine),
  ].join('\n')}\n`
}

interface Column {
  readonly head: string
  readonly right?: true
  readonly cell: (outcome: Outcome, index: number) => string
}

function columnsOf(explanation: Explanation): readonly Column[] {
  const { analysis, opened, requests, price } = explanation
  return [
    { head: 'who', cell: (outcome) => escapeMarkdown(readers(outcome, analysis)) },
    {
      head: 'reads',
      cell: (outcome) => {
        const { text } = outcome.rendered
        if (isBlank(text)) return `**${emptyMessage(text)}**`
        return messageCell(text)
      },
    },
    { head: 'size', cell: ({ rendered }) => sizeText(rendered.text, opened.profile) },
    ...(price === undefined
      ? []
      : [
          {
            head: 'costs',
            right: true,
            cell: (outcome) => amount(costOf(outcome, explanation) ?? 0),
          } satisfies Column,
        ]),
    ...(requests === undefined
      ? []
      : [
          {
            head: 'requests',
            right: true,
            cell: (_, index) => {
              const count = requests.counts[index]!
              return `${count.toLocaleString('en-US')} (${share(count, requests.total)})`
            },
          } satisfies Column,
        ]),
  ]
}

const marks: Readonly<Record<Promised['tone'], string>> = {
  proved: '✅',
  broken: '❌',
  unproved: '❔',
  informative: 'ℹ️',
}

const promisedLine = ({ tone, title, name, detail }: Promised): string =>
  `- ${marks[tone]} ${title} (\`${name}\`): ${escapeMarkdown(detail)}`
