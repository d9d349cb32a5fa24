import fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { describe, expect, test } from 'vitest'
import { profileNamed } from '../../src/profile/registry.ts'
import { tested } from './arms.ts'
import { diagnose, ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'constant-condition'

ruleCases(rule, [
  ...[
    ["request_language == 'fr' or 'br'", "'br'", 'every customer who gets here gets this text'],
    ["request_language contains 'fr' or 'br' or 'nl'", "'br'", 'every customer'],
    ["request_language contains 'fr' | downcase", 'downcase', 'every customer'],
    ['request_language | downcase', 'downcase', 'every customer'],
    ["request_language | default: 'en'", "default: 'en'", 'every customer'],
    ['request_language contains', 'contains', 'no customer gets this text'],
    ["contains 'fr'", 'contains', 'no customer gets this text'],
    ['request_language ==', '==', 'no customer gets this text'],
    ["request_language == 'fr' and", 'and', 'no customer gets this text'],
    ["'fr'", "'fr'", 'every customer'],
    ['true', 'true', 'every customer'],
    ['nil', 'nil', 'no customer gets this text'],
    ["'fr' == 'br'", "'fr' == 'br'", 'no customer gets this text'],
    ["request_language == 'fr' and 'br'", "'br'", 'it holds for every customer'],
    ["request_language contains ''", "''", 'for whom `request_language` is set'],
  ].map(([condition, at, says]) => ({
    name: condition!,
    source: tested(condition!),
    at: [at!],
    says: says!,
    severity: 'warning' as const,
  })),
  {
    name: 'in unless',
    source:
      "{% unless request_language == 'fr' or 'br' %}Code: {{ code }}{% endunless %}{{ code }}",
    at: ["'br'"],
    says: 'no customer gets this text',
  },
  {
    name: 'in elsif',
    source:
      "{% if request_language == 'fr' %}A {{ code }}{% elsif request_language == 'nl' or 'be' %}B {{ code }}{% else %}C {{ code }}{% endif %}",
    at: ["'be'"],
  },
  ...[
    "request_language == 'fr'",
    'request_language',
    "request_language == ''",
    'request_language == nil',
    'request_language | split: "," | first',
    'request_language | default: nil',
    'request_language == ‘fr’',
    'request_language == fr',
    "request_language startswith 'fr'",
    "'fr' startswith request_language",
    "request_language contains “fr” or 'br'",
  ].map((condition) => ({ name: `silent: ${condition}`, source: tested(condition), at: [] })),
])

describe('the fix', () => {
  test('repeats the test', async () => {
    const source = tested("request_language == 'fr' or 'br'")
    const text = tested("request_language == 'fr' or request_language == 'br'")
    expect(await fixed(rule, source)).toEqual({ text, safe: false })
  })
})

/** Whatever it says of everybody or nobody must be so for these. */
const values = [null, '', '*', 'fr', 'br', 'de-DE', 'fr-FR,fr;q=0.9,br;q=0.8']
const runs = Number(process.env.CODEWORD_RUNS ?? 300)
const engine = new Liquid()

const operand = fc.constantFrom(
  ...['request_language', "'fr'", "''", 'true', 'false', 'nil', 'empty', 'blank', '1', '(1..2)'],
)
const comparison = fc
  .tuple(operand, fc.constantFrom('==', '!=', 'contains', '<', '>='), operand)
  .map((parts) => parts.join(' '))
const atom = fc.oneof(
  operand,
  comparison,
  fc.constantFrom(
    'request_language ==',
    "contains 'fr'",
    "not request_language == 'fr'",
    "not 'fr'",
  ),
)
const filter = fc.constantFrom(
  ...['', '', '', ' | downcase', ' | size', " | split: ','", ' | first', " | default: 'fr'"],
  ...[' | slice: 0, 2', ' | plus: 1', ' | truncate: 2', ' | default: false', ' | sort', ' | join'],
)
const condition = fc
  .tuple(
    fc.array(atom, { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom('and', 'or'), { minLength: 3, maxLength: 3 }),
    filter,
  )
  .map(
    ([atoms, joins, last]) =>
      atoms.reduce((text, next, at) => `${text} ${joins[at - 1]} ${next}`) + last,
  )

describe('what it says of everybody or nobody', () => {
  test('is what LiquidJS does', { timeout: 5000 + runs * 20 }, async () => {
    await fc.assert(
      fc.asyncProperty(condition, async (text) => {
        const found = (await diagnose(tested(text))).filter((one) => one.rule === rule)
        const says = (words: string) => found.some(({ message }) => message.includes(words))
        const everybody = says('every customer who gets here gets this text')
        if (!everybody && !says('no customer gets this text')) return
        const arms = values.map((request_language) =>
          engine.parseAndRenderSync(`{% if ${text} %}T{% else %}F{% endif %}`, {
            request_language,
          }),
        )
        expect(new Set(arms)).toEqual(new Set([everybody ? 'T' : 'F']))
      }),
      { numRuns: runs },
    )
  })
})

const filterArguments: Readonly<Record<string, string>> = {
  append: "'x'",
  at_least: '1',
  at_most: '1',
  date: "'%Y'",
  default: "'en'",
  divided_by: '2',
  map: "'x'",
  minus: '1',
  modulo: '2',
  plus: '1',
  prepend: "'x'",
  remove: "'r'",
  remove_first: "'r'",
  replace: "'r', 'x'",
  replace_first: "'r', 'x'",
  slice: '0, 2',
  split: "','",
  times: '2',
  truncate: '2',
}

/** Their result is nothing for an empty list, and a list is no value of the variable. */
const nothingOfNothing = new Set(['first', 'last'])

describe('of a documented filter at the end of a test', () => {
  const documented = profileNamed('auth0-sms')!.filters.names
  test.each(documented.filter((name) => !nothingOfNothing.has(name)))(
    '%s: says that everybody passes if everybody does',
    async (name) => {
      const filter = name in filterArguments ? `${name}: ${filterArguments[name]}` : name
      for (const text of ['request_language', "request_language == 'fr'"]) {
        const source = tested(`${text} | ${filter}`)
        const everybody = values.every(
          (request_language) =>
            engine.parseAndRenderSync(source, { request_language }) ===
            engine.parseAndRenderSync(tested('true')),
        )
        const found = (await diagnose(source)).some((one) => one.rule === rule)
        if (found || text === 'request_language') expect(found).toBe(everybody)
      }
    },
  )
})
