import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Question } from '../../src/decide/analysis.ts'
import { valueSpace } from '../../src/decide/domains/value-space.ts'
import { not } from '../../src/decide/logic/formula.ts'
import { piecesOf } from '../../src/decide/questions/pieces.ts'
import { Solver } from '../../src/decide/solve/solver.ts'
import { execute } from '../../src/decide/symbolic/execute.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { randomFrom } from './machines.ts'
import { scriptOf } from './smt.ts'
import { startZ3, type Z3 } from './z3.ts'

const templates = Number(process.env.CODEWORD_RUNS ?? 10)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

let z3: Z3
beforeAll(async () => {
  z3 = await startZ3()
})
afterAll(() => z3.stop())

/** Three branches with tests of the value or of a part of it, in all the ways that both can read. */
function template(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const filters = [
    '',
    ' | downcase',
    ' | slice: 0, 2',
    ' | downcase | slice: 1, 2',
    " | split: ',' | first",
    " | split: ',' | first | downcase | slice: 0, 2",
    " | append: 'a'",
  ]
  const words = ['a', 'b', 'ab', 'ba', 'aab', 'en', 'k', 'A']
  const test = (): string =>
    `${pick(['t', 'request_language'])} ${pick(['contains', '==', '!='])} '${pick(words)}'`
  const condition = (): string =>
    random() < 0.5 ? test() : `${test()} ${pick(['and', 'or'])} ${test()}`
  return `{% assign t = request_language${pick(filters)} %}{% if ${condition()} %}a{% elsif ${condition()} %}b{% endif %}{% unless ${condition()} %}c{% endunless %}`
}

it(`Z3 answers alike (seed ${seed}, ${templates} templates)`, {
  timeout: 60_000 + templates * 10_000,
}, async () => {
  const tally = { sat: 0, unsat: 0, unknown: 0 }
  for (let i = 0; i < templates; i++) {
    const random = randomFrom(seed + i)
    const source = template(random)
    const domain = random() < 0.3 ? 'header' : 'any'
    const question: Question = { template: parse(source), profile: auth0Sms, variables: {}, domain }
    const program = execute(question)
    const { formulas } = program
    const { visible } = piecesOf(question, program)
    const arms = program.arms.map(({ when }) => when)
    const asked = [not(formulas.or(...visible)), ...arms, formulas.and(arms[0]!, arms.at(-1)!)]
    const space = valueSpace(question)
    const solver = new Solver(formulas, program.inputs, space, [], false, Date.now() + 60_000)
    for (const [at, formula] of asked.entries()) {
      const answer = await z3.ask(scriptOf(formulas, formula, domain), 300)
      tally[answer]++
      const ours = solver.find(formula, domain).kind === 'some' ? 'sat' : 'unsat'
      if (answer !== 'unknown')
        expect({ source, domain, at, ours }).toEqual({ source, domain, at, ours: answer })
    }
  }
  console.log(tally)
  expect(tally.sat).toBeGreaterThan(0)
})
