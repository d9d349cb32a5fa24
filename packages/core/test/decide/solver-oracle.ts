import { valueSpace } from '../../src/decide/domains/value-space.ts'
import { identity } from '../../src/decide/logic/chain.ts'
import { type Formula, Formulas, not } from '../../src/decide/logic/formula.ts'
import { contains, equals, oneOf, sized } from '../../src/decide/logic/predicate.ts'
import { Pool } from '../../src/decide/solve/pool.ts'
import { Solver } from '../../src/decide/solve/solver.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { randomFrom, texts } from './machines.ts'
import { same } from './oracle.ts'

/** All sets of these letters are the letters of some text, so any truth values of `contains` go together. */
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const subsets = Array.from({ length: 2 ** letters.length }, (_, bits) =>
  letters.filter((_, i) => (bits >> i) & 1).join(''),
)

/** Texts about which questions are entangled: some facts about them imply others. */
const entangled = [null, ...texts(['a', 'b', '-'], 4)]
const facts = [
  ...['a', 'b', 'ab', 'ba', 'aba', '-'].map(contains),
  ...['', 'a', 'ab', 'abab'].map(equals),
  ...[1, 2, 3].map((size) => sized(`> ${size}`, size + 1, (units) => units > size)),
]

/**
 * The search against brute force: random conjunctions of short disjunctions, about as many as leave it open
 * whether they can hold, one after the other so that what is learned from one is used for the next.
 * @param runs how many solvers, from as many seeds
 */
export function checkSolver(seed: number, runs: number): void {
  for (let i = 0; i < runs; i++) {
    ask(seed + i, false)
    ask(seed + i, true)
  }
}

function ask(seed: number, finite: boolean): void {
  const random = randomFrom(seed)
  const int = (n: number): number => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[int(list.length)]!
  const formulas = new Formulas()
  const values = finite ? entangled.filter(() => random() < 0.3) : subsets
  const atoms = finite
    ? [formulas.atom({ kind: 'nil' }), ...facts.map((fact) => formulas.text(identity, fact))]
    : letters.map((letter) => formulas.text(identity, contains(letter)))
  const within = oneOf(values.filter((value) => value !== null))
  const isNil = formulas.atom({ kind: 'nil' })
  const domain = !finite
    ? not(isNil)
    : values.includes(null)
      ? formulas.within(within)
      : formulas.text(identity, within)
  const clause = (): Formula =>
    formulas.or(...Array.from({ length: 3 }, () => pick(atoms) ^ int(2)))
  const entwined = Array.from({ length: 8 }, () =>
    Array.from({ length: atoms.length * 3 + int(atoms.length * 2) }, clause),
  )
  const alone = atoms.flatMap((atom) => [[atom], [not(atom)]])
  const asked = [...entwined, ...alone].map((clauses) => formulas.and(domain, ...clauses))
  const brute = new Pool(formulas)
  for (const value of values) brute.add({ value, domain: 'any', inputs: new Map() })
  const space = valueSpace({ profile: auth0Sms })
  const solver = new Solver(formulas, new Map(), space, [], false, Date.now() + 20_000)
  for (const formula of asked) {
    const [answer, truth] = [solver.find(formula, 'any'), brute.find(formula, 'any')]
    same({ seed, finite, found: answer.kind }, { seed, finite, found: truth ? 'some' : 'none' })
    if (answer.kind === 'some') {
      const told = new Pool(formulas)
      told.add(answer.entry)
      same(
        { seed, finite, holds: told.find(formula, 'any') !== undefined },
        { seed, finite, holds: true },
      )
    }
  }
}
