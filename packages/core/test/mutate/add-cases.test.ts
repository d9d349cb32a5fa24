import { describe, expect, test } from 'vitest'
import { readFixture } from '../../src/fixture/read-fixture.ts'
import { added, checkAdded, checkTaken, french, layouts, none, odd } from './added-cases.ts'

describe('cases are added to', () => {
  test.each(layouts)('%s', (...one) => checkAdded(one))

  test.each(layouts)('%s: several, odd ones', async (_, path, before) => {
    const text = await added(path, before, [french, none, odd])
    const read = await readFixture(path, text!)
    const names = read.ok ? read.fixture.cases.slice(-3) : []
    expect(names).toMatchObject([french, none, odd])
  })
})

test('with no case to add the text stays', async () => {
  const text = 'template: otp.liquid\n'
  expect(await added('otp.codeword.yaml', text, [])).toBe(text)
})

test('a name that is taken cannot be added again', checkTaken)
