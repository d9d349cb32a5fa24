import type { Question } from '../packages/core/src/decide/analysis.ts'
import { valueSpace } from '../packages/core/src/decide/domains/value-space.ts'
import { type Formula, type Formulas, not } from '../packages/core/src/decide/logic/formula.ts'
import { piecesOf } from '../packages/core/src/decide/questions/pieces.ts'
import { Solver } from '../packages/core/src/decide/solve/solver.ts'
import { execute } from '../packages/core/src/decide/symbolic/execute.ts'
import type { DomainName } from '../packages/core/src/language/domain.ts'
import { auth0Sms } from '../packages/core/src/profile/auth0-sms.ts'
import { parse } from '../packages/core/src/syntax/parse.ts'
import { scriptOf } from '../packages/core/test/decide/smt.ts'
import { startZ3, type Z3Answer } from '../packages/core/test/decide/z3.ts'
import { median } from './measure.ts'
import { families, tags } from './templates.ts'

// The same questions to Codeword and to Z3, in CPU: is a branch entered, is a message empty, do two branches go
// together. Codeword gets no values to try before it searches, and has seen no template with these tags. Its own
// time is too short for the steps in which CPU is counted, so it is what passes on the clock, the median of some templates.
//   node bench/z3.ts [seconds for all of Z3's answers, 120 unless given]

const end = Date.now() + 1000 * Number(process.argv[2] ?? 120)
/** What Z3 may take for one answer, in milliseconds. */
const patience = 2000
/** How many times as long Z3 takes at least where the value is filtered. */
const target = 1000

const cases: readonly (readonly [family: string, size: number, domain: DomainName])[] = [
  ['slice', 5, 'any'],
  ['slice', 5, 'header'],
  ['slice', 20, 'any'],
  ['slice', 20, 'header'],
  ['chain', 5, 'any'],
  ['chain', 5, 'header'],
  ['chain', 20, 'any'],
  ['chain', 20, 'header'],
  ['independent', 20, 'any'],
  ['independent', 20, 'header'],
  ['chain', 100, 'any'],
  ['chain', 100, 'header'],
]
/** Pairs of more branches, and of filtered ones, would take Z3 many minutes. */
const mostForPairs = 20

type Kind = 'branches, never empty' | 'pairs'

interface Asked {
  readonly formulas: Formulas
  readonly list: readonly Formula[]
  readonly find: (formula: Formula) => Z3Answer
}

function askedOf(list: readonly string[], family: string, domain: DomainName, kind: Kind): Asked {
  const template = parse(families[family]!(list))
  const question: Question = { template, profile: auth0Sms, variables: {}, domain }
  const program = execute(question)
  const { formulas } = program
  const arms = program.arms.map(({ when }) => when)
  const space = valueSpace(question)
  const solver = new Solver(formulas, program.inputs, space, [], false, Date.now() + 60_000)
  const answers = { some: 'sat', none: 'unsat', open: 'unknown' } as const
  return {
    formulas,
    list:
      kind === 'pairs'
        ? arms.flatMap((a, i) => arms.slice(i + 1).map((b) => formulas.and(a, b)))
        : [not(formulas.or(...piecesOf(question, program).visible)), ...arms],
    find: (formula) => answers[solver.find(formula, domain).kind],
  }
}

function elapsed(work: () => void): number {
  const before = performance.now()
  work()
  return performance.now() - before
}

const z3 = await startZ3()
const cpu = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Sets of tags that share none, up to twenty of them. */
const sets = (size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.floor(100 / size) }, (_, i) =>
    tags(100).slice(i * size, (i + 1) * size),
  )

async function compare(
  family: string,
  size: number,
  domain: DomainName,
  kind: Kind,
): Promise<boolean> {
  const others = tags(200).slice(100)
  for (let i = 0; i < 40; i++) {
    const turned = [...others.slice(i), ...others.slice(0, i)].slice(0, size)
    const { list, find } = askedOf(turned, family, domain, kind)
    list.map(find)
  }
  const [first, ...more] = sets(size)
  const { formulas, list } = askedOf(first!, family, domain, kind)
  const scripts = list.map((formula) => scriptOf(formulas, formula, domain))
  const theirs: Z3Answer[] = []
  const before = process.cpuUsage()
  for (const script of scripts) if (Date.now() < end) theirs.push(await z3.ask(script, patience))
  const theirCpu = cpu(before)
  const answersFor = (list: readonly string[]): readonly Z3Answer[] => {
    const asked = askedOf(list, family, domain, kind)
    return asked.list.slice(0, theirs.length).map(asked.find)
  }
  if (theirs.length === 0) {
    console.log(`${family} ${size}, ${domain}, ${kind}: not asked, there is no time left`)
    return true
  }
  let ours: readonly Z3Answer[] = []
  const times = [elapsed(() => (ours = answersFor(first!)))]
  for (const other of more) times.push(elapsed(() => answersFor(other)))
  const ourTime = median(times)
  const ratio = theirCpu / ourTime
  const unknown = theirs.filter((answer) => answer === 'unknown').length
  const differing = theirs.filter((answer, i) => answer !== 'unknown' && answer !== ours[i]).length
  const open = ours.filter((answer) => answer === 'unknown').length
  const missed = family === 'slice' && ratio < target
  console.log(
    [
      `${family} ${size}`.padEnd(14),
      domain.padEnd(6),
      kind.padEnd(21),
      `${theirs.length} of ${list.length}`.padStart(10),
      `${ourTime.toFixed(2)} ms`.padStart(10),
      `${theirCpu.toFixed(0)} ms`.padStart(9),
      `${ratio.toFixed(0)}×${missed ? ` MISSED ${target}×` : ''}`.padStart(7),
      ` unknown ${open}/${unknown}, ${differing} differ`,
    ].join('  '),
  )
  return differing === 0 && !missed
}

console.log('template, domain, questions, asked, Codeword, Z3, ratio, unknown to Codeword/Z3')
let good = true
for (const [family, size, domain] of cases) {
  good = (await compare(family, size, domain, 'branches, never empty')) && good
  if (size <= mostForPairs && family !== 'slice')
    good = (await compare(family, size, domain, 'pairs')) && good
}
await z3.stop()
process.exitCode = good ? 0 : 1
