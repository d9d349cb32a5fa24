import { isBlank } from '../../decide/message.ts'
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
import { countsOf, scoreOf, type TestedMutant } from '../mutate-template.ts'
import type { Verdict } from '../verdict.ts'
import { endOf, proofOf } from './ends.ts'
import type { MutatedFixture, MutationFormat } from './mutated-fixture.ts'

/** For people at a terminal: each fault that no case notices, with the case that would. */
export const text: MutationFormat = (fixtures, look) => {
  const blocks = fixtures.flatMap((fixture) => fixtureBlocks(fixture, look))
  if (fixtures.length > 1) {
    const score = scoreOf(fixtures.map(({ mutation }) => mutation))
    blocks.push([`Score of ${counted(fixtures.length, 'fixture')}: ${percent(score)}`])
  }
  return inert(`${blocks.map((rows) => rows.join('\n')).join('\n\n')}\n`)
}

/** `97.4 %`, and 100 for nothing less. */
export const percent = (score: number): string => `${Math.floor(score * 10) / 10} %`

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
  const head = `No case notices ${faults}, ${cases[at]!.name} would${unreal}:`
  return [
    [...wrap(visible(head), look.width), ...messageLines('-', 'good', first.verdict.before, look)],
    ...survivors.map((mutant) => mutantRows(mutant, fixture, lines, look)),
  ]
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

function summaryRows({ prepared, mutation, cases, written }: MutatedFixture, look: Look): string[] {
  const { killed, survived, open, equivalent } = countsOf(mutation)
  const counts = [
    `${counted(killed, 'mutant')} killed by ${counted(prepared.fixture.cases.length, 'case')}`,
    ...(survived > 0 ? [`${survived} ${survived === 1 ? 'survives' : 'survive'}`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ]
  const others =
    equivalent > 0
      ? `; ${equivalent} more change no message (${proofOf(mutation, prepared.opened.question)})`
      : ''
  const score = scoreOf([mutation])
  const paint = (row: string): string => look.paint(survived + open > 0 ? 'warning' : 'good', row)
  const advice = written
    ? `${counted(cases.length, 'case')} written into ${visible(prepared.fixture.path)}.`
    : `${counted(cases.length, 'case')} would kill ${survived === 1 ? 'it' : 'all that survive'}: --write adds ${cases.length === 1 ? 'it' : 'them'} to the fixture.`
  return [
    ...wrap(`${counts.join(', ')}${others}.`, look.width),
    paint(`Score ${percent(score)}`),
    ...(cases.length > 0 ? wrap(advice, look.width) : []),
  ]
}
