import fc from 'fast-check'
import { expect, test } from 'vitest'
import { severities } from '../../src/lint/severity.ts'
import { heaviest } from '../../src/report/heaviest.ts'

test('keeps as many as there is room for, the heaviest and of those the first', () => {
  const items = fc.array(fc.constantFrom(...severities))
  fc.assert(
    fc.property(items, fc.nat(12), (came, room) => {
      const { add, kept, dropped } = heaviest<string>(room)
      const named = came.map((severity, at) => ({ severity, name: `${severity} ${at}` }))
      for (const { severity, name } of named) add(severity, name)
      const sorted = severities.flatMap((each) => named.filter(({ severity }) => severity === each))
      expect(kept()).toEqual(sorted.slice(0, room).map(({ name }) => name))
      expect(kept().length + dropped()).toBe(came.length)
    }),
  )
})
