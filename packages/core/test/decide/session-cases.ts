import { expect } from 'vitest'
import type { Analysis } from '../../src/decide/analysis.ts'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'

export const analysis = (source: string): Analysis | undefined =>
  prove({
    template: parse(source),
    profile: auth0Sms,
    variables: {},
    domain: 'header',
    budget: 60_000,
  })

/** Loops that test for the same texts at the same place. */
export function checkLoops(): void {
  const source = (body: string): string =>
    `{% assign list = request_language | split: ',' %}{% for e in list %}${body}{% endfor %}{{ code }}`
  const enters = source("{% unless found %}{% assign found = 'de' %}{% endunless %}")
  const never = source("{% if found %}{% assign found = 'de' %}{% endif %}")
  const dead = [never, enters, never, enters].map((one) => analysis(one)?.dead?.length)
  expect(dead).toEqual([1, 0, 1, 0])
}
