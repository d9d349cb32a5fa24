import { counted, type Look } from '../../report/report.ts'
import { wrap } from '../../text/columns.ts'
import { visible } from '../../text/visible.ts'
import { countsOf, scoreOf } from '../mutate-template.ts'
import { soundCases } from '../new-cases.ts'
import { proofOf } from './ends.ts'
import type { MutatedFixture } from './mutated-fixture.ts'

/** `97.4 %`, rounded down: 100 for nothing less. */
export const percent = (score: number): string => `${Math.floor(score * 10) / 10} %`

/** What became of all mutants of a fixture, and what to do next. */
export function summaryRows(fixture: MutatedFixture, look: Look): readonly string[] {
  const { prepared, mutation } = fixture
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
  const alive = survived + open
  const score = `Score ${percent(scoreOf([mutation]))}${alive > 0 ? ` (${killed} of ${killed + alive})` : ''}`
  return [
    ...wrap(`${counts.join(', ')}${others}.`, look.width),
    look.paint(alive > 0 ? 'warning' : 'good', score),
    ...[...adviceOnSound(fixture), ...adviceOnFaulty(fixture)].flatMap((advice) =>
      wrap(advice, look.width),
    ),
  ]
}

function adviceOnSound({ prepared, mutation, cases, written }: MutatedFixture): readonly string[] {
  const { length } = soundCases(cases, mutation.missing)
  if (length === 0) return []
  const them = length === 1 ? 'it' : 'them'
  if (written) {
    const messages = length === 1 ? 'its message' : 'their messages'
    const path = visible(prepared.fixture.path)
    return [
      `${counted(length, 'case')} written into ${path}. codeword test records ${messages}: read ${them} before you commit.`,
    ]
  }
  const survivors = mutation.mutants.flatMap(({ verdict }) =>
    verdict.kind === 'survived' ? [verdict.case] : [],
  )
  const killed = survivors.filter(({ fault }) => fault === undefined).length
  const which =
    killed < survivors.length ? `${killed} of them` : killed === 1 ? 'it' : 'all that survive'
  return [`${counted(length, 'case')} would kill ${which}: --write adds ${them} to the fixture.`]
}

/** What the template gets wrong is mended, not recorded. */
function adviceOnFaulty({ source, mutation: { missing } }: MutatedFixture): readonly string[] {
  const { length } = missing.filter(({ fault }) => fault !== undefined)
  if (length === 0) return []
  const [wait, messages] =
    length === 1 ? ['waits', 'its message is'] : ['wait', 'their messages are']
  return [
    `${counted(length, 'case')} ${wait} until the template is mended, for ${messages} not what anybody should get: codeword lint ${visible(source.path)}`,
  ]
}
