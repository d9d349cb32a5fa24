import { describe, it } from 'vitest'
import { checkCase, namedCases } from './named-cases.ts'

describe('the prover', () => {
  for (const one of namedCases) it(one.name, { timeout: 60_000 }, () => checkCase(one))
})
