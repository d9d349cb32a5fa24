import { describe, expect, test } from 'vitest'
import { cased, tested } from './arms.ts'
import { ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'unknown-operator'

const ignored: readonly (readonly [condition: string, word: string, meant?: string])[] = [
  ["request_language startswith 'fr'", 'startswith', 'contains'],
  ["request_language starts_with 'fr'", 'starts_with', 'contains'],
  ["request_language Contains 'fr'", 'Contains', 'contains'],
  ["request_language containts 'fr'", 'containts', 'contains'],
  ["request_language includes 'fr'", 'includes', 'contains'],
  ["request_language is 'fr'", 'is', '=='],
  ["request_language is not 'fr'", 'is not', '!='],
  ["request_language eq 'fr'", 'eq', '=='],
  ["request_language ≠ 'fr'", '≠', '!='],
  ["request_language <> 'fr'", '<>', '!='],
  ["request_language resembles 'fr'", 'resembles'],
]

const refused: readonly (readonly [condition: string, sign: string, meant?: string])[] = [
  ["request_language = 'fr'", '=', '=='],
  ["request_language === 'fr'", '===', '=='],
  ["request_language !== 'fr'", '!==', '!='],
  ["request_language =! 'fr'", '=!', '!='],
  ["request_language =< 'fr'", '=<', '<='],
  ["request_language => 'fr'", '=>', '>='],
  ["request_language =~ 'fr'", '=~', 'contains'],
  ["request_language == 'fr' && application.name == 'Acme'", '&&', 'and'],
  ["request_language == 'fr' || request_language == 'br'", '||', 'or'],
  ['!request_language', '!'],
]

ruleCases(rule, [
  ...ignored.map(([condition, word, meant]) => ({
    name: condition,
    source: tested(condition),
    at: [word],
    severity: 'error' as const,
    ...(meant && { says: `Use \`${meant}\`` }),
  })),
  ...refused.map(([condition, sign]) => ({
    name: `${condition}, refused`,
    source: tested(condition),
    at: [sign],
    says: 'nobody gets a message',
  })),
  {
    name: 'every word of a test',
    source: tested(
      "request_language == 'fr' OR request_language == 'br' OR request_language == 'x'",
    ),
    at: ['OR', 'OR'],
    says: 'this asks only whether `request_language` is set, and every customer for whom it is gets this text',
  },
  {
    name: 'every sign of a test',
    source: tested("request_language = 'fr' || request_language = 'br'"),
    at: ['=', '||', '='],
  },
  {
    name: 'in unless',
    source: "{% unless request_language startswith 'fr' %}{{ code }}{% endunless %}",
    at: ['startswith'],
    says: 'no customer for whom it is gets this text',
  },
  {
    name: 'a negation of another language',
    source: tested('NOT request_language'),
    at: ['NOT'],
    says: 'Write `unless`',
  },
  {
    name: 'nothing between two values',
    source: tested("request_language contains 'fr' 'br'"),
    at: ["'br'"],
    says: "No operator stands before `'br'`",
  },
  {
    name: 'a comma in a test',
    source: tested("request_language == 'fr', 'br'"),
    at: [','],
    says: "only `request_language == 'fr'` counts",
  },
  {
    name: 'a filter without its bar',
    source: 'Code: {{ code strip }}',
    at: ['strip'],
    says: 'a filter without its `|`: customers get only `code`',
  },
  { name: 'and in when', source: cased("'fr' and 'br'"), at: ['and'], says: 'not read' },
  { name: 'a sign in when', source: cased("'fr' || 'br'"), at: ['||'] },
  { name: 'nothing in when', source: cased("'fr' 'br'"), at: ["'br'"] },
  { name: 'an operator for a value', source: cased("contains 'fr'"), at: ['contains'] },
  { name: 'a comparison in when', source: cased("== 'fr'"), at: ['=='], says: 'Leave `==` out' },
])

describe('the fix', () => {
  const meantOnes = [...ignored, ...refused].flatMap(([condition, word, meant]) =>
    meant === undefined ? [] : [{ condition, word, meant }],
  )

  test.each(meantOnes)('$condition', async ({ condition, word, meant }) => {
    const { text } = await fixed(rule, tested(condition))
    expect(text).toBe(tested(condition.replace(` ${word} `, ` ${meant} `)))
  })

  test('separates the values of when', async () => {
    expect((await fixed(rule, cased("'fr' and 'br'"))).text).toBe(cased("'fr', 'br'"))
    expect((await fixed(rule, cased("'fr' 'br'"))).text).toBe(cased("'fr', 'br'"))
  })

  test.each([
    ["request_language = 'fr'", true],
    ["request_language Contains 'fr'", true],
    ["request_language startswith 'fr'", false],
    ["request_language is 'fr'", false],
  ])('%s: safe %s', async (condition, safe) => {
    expect((await fixed(rule, tested(condition))).safe).toBe(safe)
  })
})
