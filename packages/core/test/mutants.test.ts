import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from '../../../scripts/mutants/list.ts'
import { withFault } from '../../../scripts/mutants/plant.ts'

// `npm run mutants` shows that each is killed; this shows that each can still be planted.

test('every mutant has a name of its own', () => {
  const names = mutants.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(mutants)('$name: changes its file', (mutant) => {
  const source = readFileSync(join(import.meta.dirname, '../src', mutant.file), 'utf8')
  expect(withFault(mutant, source)).not.toBe(source)
})
