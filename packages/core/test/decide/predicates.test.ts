import { describe, it } from 'vitest'
import { checkPredicate, predicateCases } from './predicate-oracle.ts'

describe('sets of texts as machines', () => {
  for (const one of predicateCases) it(one[0].key, () => checkPredicate(one))
})
