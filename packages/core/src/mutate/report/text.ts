import { isBlank } from '../../decide/message.ts'
import type { MessageFault } from '../../fixture/message-fault.ts'
import { codeFrame } from '../../report/frame.ts'
import { inert } from '../../report/inert.ts'
import { messageRows } from '../../report/message-rows.ts'
import type { Style } from '../../report/paint.ts'
import { counted, type Look, placeOf } from '../../report/report.ts'
import { shownText } from '../../report/shown.ts'
import { emptyMessage } from '../../report/witness.ts'
import { wrap } from '../../text/columns.ts'
import { Lines } from '../../text/lines.ts'
import { visible } from '../../text/visible.ts'
import type { KillingCase } from '../killing-case.ts'
import { scoreOf, type TestedMutant } from '../mutate-template.ts'
import type { Verdict } from '../verdict.ts'
import { endOf } from './ends.ts'
import type { MutatedFixture, MutationFormat } from './mutated-fixture.ts'
import { percent, summaryRows } from './summary.ts'

/** For people at a terminal: each fault that no case notices, with the case that would. */
export const text: MutationFormat = (fixtures, look) => {
  const blocks = fixtures.flatMap((fixture) => fixtureBlocks(fixture, look))
  if (fixtures.length > 1) {
    const score = scoreOf(fixtures.map(({ mutation }) => mutation))
    blocks.push([`Score of ${counted(fixtures.length, 'fixture')}: ${percent(score)}`])
  }
  return inert(`${blocks.map((rows) => rows.join('\n')).join('\n\n')}\n`)
}

function fixtureBlocks(fixture: MutatedFixture, look: Look): readonly (readonly string[])[] {
  const { prepared, source, mutation } = fixture
  const place = placeOf(source.path, prepared.opened.embedded)
  const title = `${look.paint('strong', visible(prepared.fixture.path))}  ${visible(place)}`
  const lines = new Lines(shownText({ ...source, ...spansOf(source), diagnostics: [] }))
  const rest = (kind: Verdict['kind']): readonly (readonly string[])[] =>
    mutation.mutants
      .filter(({ verdict }) => verdict.kind === kind)
      .map((mutant) => mutantRows(mutant, fixture, lines, look))
  return [
    [title],
    ...mutation.missing.flatMap((one, at) => caseBlocks(one, at, fixture, lines, look)),
    ...rest('open'),
    ...rest('equivalent'),
    summaryRows(fixture, look),
  ]
}

/** A case that is missing, and every fault that would show with it. */
function caseBlocks(
  one: KillingCase,
  at: number,
  fixture: MutatedFixture,
  lines: Lines,
  look: Look,
): readonly (readonly string[])[] {
  const { mutation, cases } = fixture
  const survivors = mutation.mutants.filter(
    ({ verdict }) => verdict.kind === 'survived' && verdict.case === one,
  )
  const [first] = survivors
  if (first?.verdict.kind !== 'survived') return []
  const unreal = one.realistic ? '' : ' (no client is known to send this)'
  const faults = survivors.length === 1 ? 'this fault' : `these ${survivors.length} faults`
  const { name } = cases[at]!
  const but = one.fault === undefined ? '' : `, but ${mendFirst(one.fault)}`
  const head = `No case notices ${faults}, ${name} would${unreal}${but}:`
  return [
    [
      ...wrap(visible(head), look.width),
      ...messageLines('-', one.fault ? 'warning' : 'good', first.verdict.before, look),
    ],
    ...survivors.map((mutant) => mutantRows(mutant, fixture, lines, look)),
  ]
}

const mendFirst = (fault: MessageFault): string =>
  `the template itself gives it ${faultNames[fault]}; mend that first (rule ${fault})`

const faultNames: Readonly<Record<MessageFault, string>> = {
  'syntax-error': 'no message',
  'empty-message': 'an empty message',
  'code-missing': 'no code',
}

const spansOf = ({
  templates,
}: MutatedFixture['source']): { templates: readonly { start: number; end: number }[] } => ({
  templates: templates.map(({ text: own, toHost }) => ({
    start: toHost(0),
    end: toHost(own.length),
  })),
})

const styles: Readonly<Record<string, Style>> = {
  survived: 'error',
  open: 'warning',
  equivalent: 'info',
}

function mutantRows(
  { operator, fault, span, verdict }: TestedMutant,
  fixture: MutatedFixture,
  lines: Lines,
  look: Look,
): string[] {
  const { prepared, source } = fixture
  const { toHost } = prepared.opened.embedded
  const start = toHost(span.start)
  const host = { start, end: Math.max(start, toHost(span.end)) }
  const { line, column } = lines.position(start)
  const style = styles[verdict.kind] ?? 'error'
  const place = look.paint('strong', `${visible(source.path)}:${line}:${column}`)
  const width = look.width - 2
  const told = verdict.kind === 'survived' ? '' : `: ${endOf(verdict, prepared.opened.question)}`
  const rows = [
    ...wrap(visible(fault + told), width),
    ...(verdict.kind === 'equivalent'
      ? []
      : codeFrame(lines, host, { paint: look.paint, style, width })),
    ...(verdict.kind === 'survived' ? messageLines('+', 'error', verdict.after, look) : []),
  ]
  return [
    `${place} ${look.paint(style, verdict.kind)} ${look.paint('faint', operator)}`,
    ...rows.map((row) => `  ${row}`.trimEnd()),
  ]
}

function messageLines(
  sign: string,
  style: Style,
  message: string | undefined,
  look: Look,
): readonly string[] {
  const rows =
    message === undefined
      ? ['no message: Liquid stops']
      : isBlank(message)
        ? [emptyMessage(message)]
        : messageRows(message, look, look.width - 4)
  return rows.map((row) => `${look.paint(style, sign)} ${row}`)
}
