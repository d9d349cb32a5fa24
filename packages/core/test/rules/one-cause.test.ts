import { describe, expect, test } from 'vitest'
import { rules } from '../../src/index.ts'
import type { Severities } from '../../src/lint/severity.ts'
import { cased, tested } from './arms.ts'
import { byLanguage, diagnose } from './cases.ts'

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

const errors = async (source: string, severities: Severities = {}): Promise<readonly string[]> =>
  (await diagnose(source, { severities }))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)

describe('a message without the code', () => {
  test.each([
    ['a misspelt variable', 'Code: {{ Code }}', ['unknown-variable']],
    ['a misspelt placeholder', 'Code: {code}', ['misspelt-placeholder']],
    ['in one arm', tested('code').replace('{{ code }}', '%code%'), ['misspelt-placeholder']],
    [
      'misspelt in one arm, forgotten in the other',
      byLanguage({ fr: 'Code: {{ Code }}' }, 'Welcome to Acme'),
      ['unknown-variable', 'code-missing'],
    ],
    [
      'misspelt outside of the arms that forget it',
      `${byLanguage({ fr: 'Bonjour' }, 'Hello')} {{ Code }}`,
      ['unknown-variable'],
    ],
    [
      'another placeholder is misspelt',
      'Welcome to @@application_name@@',
      ['code-missing', 'misspelt-placeholder'],
    ],
    ['another variable is misspelt', 'Welcome to {{ application.title }}', ['code-missing']],
  ])('%s', async (_name, source, told) => {
    expect(await errors(source)).toEqual(told)
  })

  test.each([
    ['unknown-variable', 'Code: {{ Code }}'],
    ['misspelt-placeholder', 'Code: {code}'],
  ])('fails whatever becomes of %s', async (rule, source) => {
    expect(await errors(source, { [rule]: 'off' })).toEqual(['code-missing'])
    expect(await errors(source, { [rule]: 'warning' })).toEqual(['code-missing'])
    expect(await errors(source, { [rule]: 'error' })).toEqual([rule])
  })
})

describe('one cause, one finding', () => {
  test.each(causes)('%s: %s', async (rule, source) => {
    const told = (await diagnose(source)).map((diagnostic) => diagnostic.rule)
    expect(told.filter((name) => aboutSource.includes(name))).toEqual([rule])
  })
})
