import { expect, it } from 'vitest'
import { diagnose, ruleCases } from './cases.ts'
import { independent, overlaps } from './overlapping-branches-cases.ts'

it('names the other text by its place in the file', async () => {
  const template = `{{ application.name }}\n${independent('fr', 'en').replace('{%- endif -%}{%', '{%- endif -%}\n{%')}`
  const messages = async (source: string): Promise<readonly string[]> =>
    (await diagnose(source))
      .filter(({ rule }) => rule === 'overlapping-branches')
      .map(({ message }) => message)
  const connection = JSON.stringify({ strategy: 'sms', options: { template } }, null, 2)
  const line = connection.split('\n').find((each) => each.includes('template'))!
  const column = line.indexOf('{%- if') + 1
  expect(await messages(template)).toEqual([expect.stringContaining('the one of line 2 in')])
  expect(await messages(connection)).toEqual([
    expect.stringContaining(`the one at column ${column} of this line in`),
  ])
})

ruleCases('overlapping-branches', overlaps)
