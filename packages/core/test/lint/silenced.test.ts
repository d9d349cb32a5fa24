import { expect, it } from 'vitest'
import { diagnose } from '../rules/cases.ts'

/** A template that nobody can receive fails, whichever rule would have worded it best. */
it.each([
  [
    'smart-quotes',
    '{% if request_language == “fr” %}A {{ code }}{% else %}B {{ code }}{% endif %}',
  ],
  [
    'unknown-tag',
    '{% if x %}A {{ code }}{% elseif y %}B {{ code }}{% else %}C {{ code }}{% endif %}',
  ],
  [
    'unknown-operator',
    "{% if request_language = 'fr' %}A {{ code }}{% else %}B {{ code }}{% endif %}",
  ],
])('turning %s off hides no other finding', async (rule, source) => {
  const before = await diagnose(source)
  expect(before.map((each) => each.rule)).toContain(rule)
  expect(before.map((each) => each.rule)).not.toContain('syntax-error')
  const after = await diagnose(source, { severities: { [rule]: 'off' } })
  expect(after.filter(({ severity }) => severity === 'error').map((each) => each.rule)).toContain(
    'syntax-error',
  )
})
