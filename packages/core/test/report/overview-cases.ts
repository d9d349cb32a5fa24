import { expect } from 'vitest'
import { openSource, openTemplate, overview, plain, reportOn } from '../../src/index.ts'

async function shown(messages: number): Promise<string> {
  const values = Array.from({ length: messages }, (_, i) => `x${i}`)
  const whens = values.map((value) => `{% when '${value}' %}${value} {{ code }}`).join('')
  const file = await openSource('otp.liquid', `{% case request_language %}${whens}{% endcase %}`)
  const options = { domain: values, severities: { 'unknown-language': 'off' } } as const
  const opened = openTemplate(file!.templates[0]!, options)
  return overview(reportOn(file!, [opened], options), [opened], { paint: plain, width: 80 })
}

/** How many messages a template has, how many are shown, what is said of the others. */
export const overviews: readonly (readonly [
  messages: number,
  shown: number,
  rest: string | undefined,
])[] = [
  [24, 24, undefined],
  [25, 24, '  and 1 more message'],
  [30, 24, '  and 6 more messages'],
]

/** So many are shown, and the rest is counted. */
export async function checkOverview([
  messages,
  expected,
  rest,
]: (typeof overviews)[number]): Promise<void> {
  const text = await shown(messages)
  expect(text.match(/╰/g)).toHaveLength(expected)
  expect(/^ {2}and .*/m.exec(text)?.[0]).toBe(rest)
}
