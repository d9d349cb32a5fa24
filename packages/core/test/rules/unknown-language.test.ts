import { describe, expect, test } from 'vitest'
import { cased, tested } from './arms.ts'
import { byLanguage, ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'unknown-language'
const meant = [
  ['dutch', 'nl'],
  ['french', 'fr'],
  ['deutsch', 'de'],
  ['jp', 'ja'],
  ['cn', 'zh'],
  ['gr', 'el'],
  ['eng', 'en'],
] as const

ruleCases(rule, [
  ...meant.map(([literal, tag]) => ({
    name: literal,
    source: tested(`request_language contains '${literal}'`),
    at: [`'${literal}'`],
    says: `'${tag}'`,
    severity: 'warning' as const,
  })),
  { name: 'in when', source: cased("'nl', 'dutch'"), at: ["'dutch'"] },
  {
    name: 'by way of a capture with tags in it',
    source:
      "{% capture tag %}{% if code %}{{ request_language }}{% endif %}{% endcapture %}{% if tag contains 'dutch' %}Uw code: {{ code }}{% else %}Your code: {{ code }}{% endif %}",
    at: ["'dutch'"],
  },
  {
    name: 'compared with what was cut from the variable',
    source: byLanguage({ jp: 'コード: {{ code }}' }, 'Your code: {{ code }}'),
    at: ["'jp'"],
  },
  {
    name: 'a language that is shut out',
    source: "{% unless request_language == 'dutch' %}Your code: {{ code }}{% endunless %}",
    at: ["'dutch'"],
    says: 'This shuts no customer out',
  },
  {
    name: 'no language that anybody knows',
    source: tested("request_language == 'wombatish'"),
    at: ["'wombatish'"],
    says: '`wombatish` is no language that a phone or browser sends',
  },
  ...[
    "request_language == 'fr'",
    "request_language contains 'fr-CA'",
    "request_language == 'zh_Hant'",
    "request_language == 'iw'",
    "request_language contains 'fr-'",
    "request_language contains 'CA'",
    "request_language contains 'Hant'",
    "request_language contains ','",
    "request_language contains ';q='",
    "request_language == '*'",
    "request_language == ''",
    "application.name == 'dutch'",
  ].map((condition) => ({ name: `silent: ${condition}`, source: tested(condition), at: [] })),
])

describe('the fix', () => {
  test.each(meant)('%s', async (literal, tag) => {
    const source = tested(`request_language == "${literal}"`)
    const text = tested(`request_language == "${tag}"`)
    expect(await fixed(rule, source)).toEqual({ text, safe: false })
  })
})
