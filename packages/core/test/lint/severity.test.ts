import { expect, it } from 'vitest'
import { diagnose } from '../rules/cases.ts'
import { checkOrder, checkSeverity, severityCases } from './severity-cases.ts'

it.each(severityCases)('$name: $severity', checkSeverity)

it('a user may raise what has no witness', async () => {
  const found = await diagnose('Your code is @@password@@\n\n', {
    severities: { 'edge-whitespace': 'error' },
  })
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'error edge-whitespace',
  ])
})

it('of two findings at one place the heavier comes first', checkOrder)
