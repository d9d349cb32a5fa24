import { expect } from 'vitest'
import type { Analysis, Question } from '../../src/decide/analysis.ts'
import { search } from '../../src/decide/search/search.ts'
import { withVariables } from '../../src/profile/examples.ts'
import { profileNamed } from '../../src/profile/registry.ts'
import { parse } from '../../src/syntax/parse.ts'

export const sms = profileNamed('auth0-sms')!

/** What the search finds, as an SMS template. */
export function ask(source: string, domain: Question['domain'] = 'header'): Analysis | undefined {
  const variables = withVariables(sms, {})
  return search({ template: parse(source), profile: sms, variables, domain })
}

/** A list of values, the one that is told of all that get the same text, its narrowest domain. */
export const listedDomains: readonly (readonly [
  values: readonly string[],
  told: string,
  domain: string,
])[] = [
  [['fr-FR,fr;q=0.9', 'nl'], 'fr-FR,fr;q=0.9', 'real'],
  [['xx-yy', 'nl'], 'nl', 'tag'],
  [['!', 'xx-yy', 'fr-FR,fr;q=0.9', 'nl'], 'fr-FR,fr;q=0.9', 'real'],
  [['!', 'xx-yy'], 'xx-yy', 'header'],
]

/** The value told is the first that real clients send. */
export function checkListed([values, value, domain]: (typeof listedDomains)[number]): void {
  const [breach] = ask('{{ request_language | slice: 0, 0 }}', values)!.breaches
  expect(breach?.witness).toMatchObject({ value, domain })
}
