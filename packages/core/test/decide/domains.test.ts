import { describe, expect, it } from 'vitest'
import { alphabetFor } from '../../src/decide/alphabet/alphabet.ts'
import { domainPredicate } from '../../src/decide/domains/domains.ts'
import { narrowestDomain } from '../../src/language/domain.ts'
import { realValues } from '../../src/language/real-values.ts'
import { randomFrom } from './machines.ts'

const order = ['tag', 'real', 'header', 'any']

describe('domains as automata', () => {
  it('say the same as the recogniser of the language module', () => {
    const random = randomFrom(7)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const seen = realValues.map(({ value }) => value).filter((value) => value !== null)
    const mutated = Array.from({ length: 4000 }, () => {
      const text = pick(seen)
      const at = Math.floor(random() * (text.length + 1))
      const with_ = pick(['', '-', '_', ',', ' ', ';q=0.5', '*', 'A', 'x', '#', '1', pick(seen)])
      return text.slice(0, at) + with_ + text.slice(at + Math.floor(random() * 2))
    })
    for (const text of [...seen, ...mutated, '', '*', ',', ' ', 'ß', 'K', 'en;q=2']) {
      const narrowest = order.indexOf(narrowestDomain(text))
      const accepted = (['tag', 'real', 'header'] as const).map((name) =>
        domainPredicate(name).test(text),
      )
      expect([text, ...accepted]).toEqual([text, narrowest <= 0, narrowest <= 1, narrowest <= 2])
    }
  })

  it('have the sizes that searches can afford', () => {
    const sizes = (['tag', 'real', 'header'] as const).map(
      (name) => domainPredicate(name).machine(alphabetFor([])).labels.length,
    )
    expect(Math.max(...sizes)).toBeLessThan(20_000)
  })
})
