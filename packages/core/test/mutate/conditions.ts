import { expect } from 'vitest'
import { mutantsOf } from '../../src/mutate/mutants.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { compile } from '../../src/render/compile.ts'
import { parse } from '../../src/syntax/parse.ts'

/** Conditions over `x`, `y` and `z`, and all that these may hold. */
const simple = [
  'x',
  'not y',
  "x == 'a'",
  "'a' != z",
  "x contains 'a'",
  'x < y',
  'x >= z',
  'y == nil',
]

export const conditions: readonly string[] = simple.flatMap((a, i) => [
  a,
  ...simple.flatMap((b, j) => [
    `${a} and ${b}`,
    `${a} or ${simple[(i + j) % simple.length]} and ${b}`,
    `${a} and ${simple[(i + 2 * j) % simple.length]} or ${b}`,
  ]),
])

const values = ['a', 'ba', '', 1, null, true, false, undefined]

const contexts: readonly Readonly<Record<string, unknown>>[] = values.flatMap((x) =>
  values.flatMap((y) => values.map((z) => ({ x, y, z }))),
)

/** Negated, a condition holds exactly where it did not. */
export function checkNegated(condition: string): void {
  const source = `{% if ${condition} %}yes{% else %}no{% endif %}`
  const mutants = mutantsOf(parse(source), auth0Sms)
  const negated = mutants.filter(({ operator }) => operator === 'negate-condition')
  expect(negated).toHaveLength(1)
  for (const context of contexts) {
    const [before, after] = [source, negated[0]!.source].map((text) => {
      const result = compile(text)
      return result.ok ? result.compiled.renderText(context) : result
    })
    const opposite = before?.ok && before.text === 'yes' ? 'no' : 'yes'
    expect(after, `${negated[0]!.source} of ${JSON.stringify(context)}`).toEqual({
      ok: true,
      text: opposite,
    })
  }
}
