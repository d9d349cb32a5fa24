import { expect, it } from 'vitest'
import { diagnose } from '../rules/cases.ts'

/** Real browsers get both texts. */
const real =
  "{% if request_language contains 'fr' %}Votre code est @@password@@{% endif %}{% if request_language contains 'en' %}Your code is @@password@@{% endif %}"
/** Only a header that no client sends gets both texts. */
const contrived = real.replace("'en'", "'dutch'")

const cases = [
  ['the rule decides', real, undefined, 'error'],
  ['the user lowers it', real, 'info', 'info'],
  ['a far-fetched witness lowers it', contrived, undefined, 'warning'],
  ['a far-fetched witness stays low, whatever the user asks', contrived, 'error', 'warning'],
  ['the user lowers it further', contrived, 'info', 'info'],
  ['the user silences it', real, 'off', undefined],
] as const

it.each(cases)('%s', async (_name, source, configured, expected) => {
  const severities = configured === undefined ? {} : { 'overlapping-branches': configured }
  const found = await diagnose(source, { severities })
  const overlap = found.find(({ rule }) => rule === 'overlapping-branches')
  expect(overlap?.severity).toBe(expected)
})

it('a user may raise what has no witness', async () => {
  const found = await diagnose('Your code is @@password@@\n\n', {
    severities: { 'edge-whitespace': 'error' },
  })
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'error edge-whitespace',
  ])
})
