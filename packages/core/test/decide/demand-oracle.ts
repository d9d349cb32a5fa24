import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { labelOf } from '../../src/decide/automata/machine.ts'
import { demandsFor } from '../../src/decide/demand/demand.ts'
import type { Predicate } from '../../src/decide/logic/predicate.ts'
import { bestLanguage, expectedLanguage } from '../../src/language/lookup.ts'
import { realValues } from '../../src/language/real-values.ts'
import { randomFrom } from './machines.ts'

import { same } from './oracle.ts'

const lists: readonly (readonly string[])[] = [
  ['en', 'nl', 'fr'],
  ['fr-FR', 'pt-BR', 'pt'],
  ['zh-Hant', 'zh', 'zh-Hans-HK', 'sr-Latn', 'sr-Cyrl', 'en-GB'],
  ['zh-Hans', 'zh-Hant-TW', 'az-Arab', 'az', 'he', 'id', 'nb', 'de-AT'],
  ['nn', 'no', 'iw', 'ji', 'fil', 'fi'],
]
const tags = [
  'en',
  'EN',
  'en-US',
  'nl_BE',
  'fr',
  'fr-fr',
  'fr-CA',
  'pt_BR',
  'pt-PT',
  'zh',
  'zh-TW',
  'zh_TW_#Hant',
  'zh-Hant-HK',
  'zh-Hans-HK',
  'zh-hk',
  'zh-Latn',
  'zh_#Hans',
  'zh__#Hant',
  'sr',
  'sr-ME',
  'sr_RS_#Latn',
  'sr-Cyrl-ME',
  'az-IQ',
  'iw_IL',
  'in',
  'ji',
  'yi',
  'no',
  'nb-NO',
  'nn',
  'de-AT',
  'de-AT-1996',
  'fil',
  'fi',
  'x-en',
  'i-klingon',
  'en-x-fr',
  'zh-yue',
  'zh-TW-u-nu-latn',
  'mo',
  'jw',
  'xx',
  'a',
  '*',
  '',
  '_DE',
  'en--US',
  'sr__#Latn_u-nu-latn',
  'zh_TW_#u-nu-latn',
]
const weights = [
  '',
  '',
  '',
  ';q=0.5',
  ';q=0',
  ';q=0.',
  '; Q = 0.000',
  ';q=.0',
  ';q=high',
  ';a=b;q=0',
  ';q',
  ';q=0;q=1',
  ';',
  ';q=00',
  ';q=0x',
]

/** The demands of values as automata against the plain functions of the language module. */
export function checkDemands(seed: number, runs: number): void {
  for (const supported of lists) checkList(supported, seed, runs)
}

function checkList(supported: readonly string[], seed: number, runs: number): void {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const blank = (): string => pick(['', '', '', ' ', '\t '])
  const made = Array.from({ length: runs }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => `${blank()}${pick(tags)}${blank()}${pick(weights)}${blank()}`,
    ).join(','),
  )
  const seen = realValues.flatMap(({ value }) => value ?? [])
  const alphabet = alphabetFor([])
  const demands = demandsFor(supported)
  const holds = (predicate: Predicate, value: string): boolean => {
    const byMachine = labelOf(predicate.machine(alphabet), classesOf(alphabet, value)) === 1
    same([predicate.key, value, predicate.test(value)], [predicate.key, value, byMachine])
    return byMachine
  }
  const byLanguage = (name: 'first' | 'later' | 'relative' | 'best'): Predicate[] =>
    supported.map((_, i) => demands[name](i))
  const sets = {
    first: byLanguage('first'),
    later: byLanguage('later'),
    relative: byLanguage('relative'),
    best: byLanguage('best'),
  }
  const which = (name: keyof typeof sets, value: string): string[] =>
    supported.filter((_, i) => holds(sets[name][i]!, value))
  for (const value of new Set([...seen, ...tags, ...made, '', '*', ' * '])) {
    const expected = expectedLanguage(value, supported)
    const best = bestLanguage(value, supported)
    same([value, which('best', value)], [value, best === undefined ? [] : [best]])
    const isDefault = holds(demands.byDefault, value)
    const isTag = holds(demands.firstIsTag, value)
    const found = which('first', value)
    const relatives = which('relative', value)
    const later = which('later', value)
    const demanded = isDefault
      ? { languages: [], fallback: true }
      : !isTag
        ? undefined
        : found.length > 0
          ? { languages: found, fallback: false }
          : { languages: [...new Set([...later, ...relatives])].sort(), fallback: true }
    same(
      [value, demanded],
      [value, expected && { ...expected, languages: [...expected.languages].sort() }],
    )
  }
}
