import { describe, expect, it } from 'vitest'
import { alphabetFor } from '../../src/decide/alphabet/alphabet.ts'
import { minimise } from '../../src/decide/automata/minimise.ts'
import { domainPredicate } from '../../src/decide/domains/domains.ts'
import { patternOf } from '../language/page.ts'
import { automatonOf, fromMachine, liveStates, sameTexts } from './refa.ts'
import { checkAgainstRefa, refaCases } from './refa-oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 8)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

describe(`the smallest automata are those of refa (seed ${seed})`, () => {
  const timeout = 60_000 + runs * 200
  it.each(refaCases)('$name', { timeout }, (one) => checkAgainstRefa(one, seed, runs))

  it.each(['tag', 'real', 'header'] as const)('%s, as docs/domains.md states it', (name) => {
    const alphabet = alphabetFor([])
    const machine = minimise(domainPredicate(name).machine(alphabet))
    const stated = automatonOf(patternOf(name))
    expect(sameTexts(fromMachine(machine, alphabet), stated)).toBe(true)
    expect(liveStates(machine)).toBe(stated.countNodes())
  })
})
