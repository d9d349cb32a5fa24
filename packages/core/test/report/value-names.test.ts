import { expect, test } from 'vitest'
import type { Analysis, Outcome } from '../../src/decide/analysis.ts'
import { readers, valueName } from '../../src/report/value-names.ts'

test.each([
  ['de', 'German (de)'],
  ['pt-BR', 'Brazilian Portuguese (pt-BR)'],
  ['pt_BR', 'Brazilian Portuguese (pt_BR)'],
  ['iw', 'Hebrew (iw)'],
  [null, 'no header'],
  ['', 'an empty header'],
  ['*', "'*'"],
  ['dutch', "'dutch'"],
  ['nl-NL,nl;q=0.9', "'nl-NL,nl;q=0.9'"],
  ['a\nb\u202e', "'a\\nb<U+202E>'"],
])('calls %j %s', (value, name) => {
  expect(valueName(value, 'request_language')).toBe(name)
})

test('names the variable of other profiles', () => {
  expect(valueName(null, 'locale')).toBe('no locale')
  expect(valueName('', 'locale')).toBe('an empty locale')
})

function named(values: readonly (string | null)[], supported: readonly string[]): string {
  const [value = null, ...realistic] = values
  const outcome = { value, realistic, languages: [] } as unknown as Outcome
  return readers(outcome, { variable: 'request_language', languages: supported } as Analysis)
}

test('begins with the languages of the template, then everybody without one', () => {
  expect(named([null, 'de', '*', 'nl-BE', 'nl', 'nl,en;q=0.5'], ['nl'])).toBe(
    "Dutch (nl), no header, Flemish (nl-BE), German (de), '*' and 'nl,en;q=0.5'",
  )
})

test('names few odd values, shortened', () => {
  const long = `de,${'en-US;q=0.5,'.repeat(9)}`
  expect(named(['*', long, 'fr,en', 'it'], [])).toBe(
    "Italian (it), '*', 'de,en-US;q=0.5,en-US;q=0.5,en-US;q=0.5,…' and 1 more",
  )
})

test('joins few values and counts many', () => {
  expect(named(['fr'], ['fr'])).toBe('French (fr)')
  expect(named(['fr', null, 'fr'], ['fr'])).toBe('French (fr) and no header')
  expect(named(['de', 'es', 'it', 'pl', 'sv', 'da', 'fi', 'cs'], [])).toBe(
    'German (de), Spanish (es), Italian (it), Polish (pl), Swedish (sv), Danish (da) and 2 more',
  )
})
