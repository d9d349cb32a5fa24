import { describe, expect, it } from 'vitest'
import { casedCharacters } from '../../src/decide/alphabet/characters.ts'
import { asciiMachine, pack } from '../../src/decide/domains/ascii-machine.ts'
import { domainOf } from '../../src/decide/domains/domains.ts'
import { packedMachines } from '../../src/decide/domains/machines.generated.ts'
import { domainGrammars, narrowestDomain } from '../../src/language/domain.ts'
import { headerTag } from '../../src/language/header-grammar.ts'
import { realValues } from '../../src/language/real-values.ts'

describe('the generated machines', () => {
  const { tag, real, header } = domainGrammars
  it.each(Object.entries({ tag, real, header, headerTag: headerTag() }))(
    'are what the grammar makes: %s',
    (name, grammar) => {
      expect(packedMachines[name as keyof typeof packedMachines]).toEqual(
        pack(asciiMachine(grammar)),
      )
    },
  )

  it('name the domain of a value as the recognisers do', () => {
    const values = [...realValues.map(({ value }) => value), null, '', '*', ',', ' ', 'ß', 'en;q=2']
    expect(values.map(domainOf)).toEqual(values.map(narrowestDomain))
  })
})

describe('characters with case', () => {
  it('are all of Unicode', () => {
    const found: number[] = []
    for (let point = 0; point < 0x110000; point++)
      if (/\p{Changes_When_Casemapped}/u.test(String.fromCodePoint(point))) found.push(point)
    expect(casedCharacters().map(({ point }) => point)).toEqual(found)
  })
})
