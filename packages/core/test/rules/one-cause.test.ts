import { describe, expect, test } from 'vitest'
import { rules } from '../../src/index.ts'
import { cased, tested } from './arms.ts'
import { diagnose } from './cases.ts'

/** What several rules could speak about, and the one that does. */
const causes: readonly (readonly [rule: string, source: string])[] = [
  ['unknown-operator', tested("request_language startswith 'fr'")],
  ['unknown-operator', tested("request_language = 'fr'")],
  ['unknown-operator', tested("request_language <> 'fr'")],
  ['unknown-operator', tested("'fr' startswith request_language")],
  ['unknown-operator', tested('NOT request_language')],
  ['unknown-operator', cased("contains 'fr'")],
  ['unknown-operator', cased("== 'fr'")],
  ['smart-quotes', tested('request_language contains “fr”')],
  ['smart-quotes', tested("request_language contains 'fr’")],
  ['smart-quotes', "{{ 'Code: ’ }}{{ code }}"],
  ['unknown-tag', '{% if code %}A {{ code }}{% elseif code %}B {{ code }}{% endif %}'],
  ['unknown-tag', '{% if code %}A {{ code }}{% else if code %}B {{ code }}{% endif %}'],
  ['unknown-tag', '{% iff code %}A {{ code }}{% else %}B {{ code }}{% endif %}'],
  ['unknown-tag', '{% if code %}A {{ code }}{% else %}B {{ code }}{% edif %}'],
  ['misspelt-placeholder', 'Code: {{ @@password@@ }}'],
  ['syntax-error', tested("request_language | downcase == 'fr'")],
  ['syntax-error', tested("request_language contains: 'fr'")],
  ['syntax-error', "{% if {{ application.name }} == 'Acme' %}A {{ code }}{% endif %}{{ code }}"],
  ['constant-condition', tested('request_language contains')],
  ['constant-condition', tested("request_language contains 'fr' | downcase")],
  ['constant-condition', tested("request_language == 'fr' or 'br'")],
  ['engine-divergence', tested("request_language == 'fr' or")],
  ['unknown-variable', cased('fr')],
  ['unsupported-syntax', '{%- liquid\n  echo code\n-%}'],
]

/** Rules about the source. Those about its messages may tell what comes of the same cause. */
const aboutSource = rules
  .filter(
    ({ group, name }) => /^(?:syntax|placeholder)$/.test(group) || name === 'constant-condition',
  )
  .map(({ name }) => name)

describe('one cause, one finding', () => {
  test.each(causes)('%s: %s', async (rule, source) => {
    const told = (await diagnose(source)).map((diagnostic) => diagnostic.rule)
    expect(told.filter((name) => aboutSource.includes(name))).toEqual([rule])
  })
})
