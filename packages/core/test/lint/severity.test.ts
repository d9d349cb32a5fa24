import { expect, it } from 'vitest'
import type { CheckOptions } from '../../src/index.ts'
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

/** Who gets an empty message is a header of a form that no client sends, or no header at all. */
it.each([
  ['en-xx', 'header', 'warning'],
  ['en-xx', 'real', 'info'],
  ['!', 'any', 'info'],
  ['!', 'header', 'info'],
] as const)("what only '%s' shows, where %s is required: %s", async (value, domain, expected) => {
  const source = `{% unless request_language == '${value}' %}Your code is @@password@@{% endunless %}`
  const found = await diagnose(source, { domain })
  expect(found.find(({ rule }) => rule === 'empty-message')?.severity).toBe(expected)
})

it('of two findings at one place the heavier comes first', async () => {
  const told = async (severities: CheckOptions['severities'] = {}): Promise<string> =>
    (await diagnose('\nYour code', { severities })).map(({ rule }) => rule).join()
  expect(await told()).toBe('code-missing,edge-whitespace')
  expect(await told({ 'code-missing': 'info', 'edge-whitespace': 'error' })).toBe(
    'edge-whitespace,code-missing',
  )
})
