import type { Question } from '../analysis.ts'
import type { Change, Difference } from './difference.ts'
import { pairOf } from './pair.ts'
import { proveDifference } from './proof.ts'
import { keyOf, searchDifference } from './search.ts'

/** Milliseconds: an ordinary pair takes a hundredth of it, a hostile one shall not hang anybody. */
const defaultBudget = 5_000

/** The share of the budget that is left for a search where not all is proved. */
const searchShare = 0.2

/**
 * Compares what every customer gets from two templates.
 *
 * Both are run for all values at once, and where their messages differ is one formula about the values; a search
 * over it finds each class of values with one message before and another after, or proves that there is none
 * left. Every change is rendered by LiquidJS before it is told. What cannot be decided is searched by
 * rendering many values. Listed values are rendered one by one.
 *
 * @param before what is asked about the old template; its domain and languages are not read
 * @param after what is asked about the new template, about the same kind of values
 */
export function compareTemplates(before: Question, after: Question): Difference {
  const start = Date.now()
  const budget = after.budget ?? defaultBudget
  const pair = pairOf(before, after)
  const { domain, profile } = after
  const known = { variable: profile.languageVariable, languages: pair.languages }
  if (typeof domain !== 'string') {
    const { changes, tried, whole } = searchDifference(pair, start + budget)
    return {
      ...known,
      method: 'search',
      domain: 'any',
      changes,
      by: 'message',
      complete: whole,
      tried,
    }
  }
  const proof = proveDifference(pair, domain, start + budget * (1 - searchShare))
  if (proof.open === undefined) {
    return { ...known, ...proof, method: 'proof', domain, complete: true }
  }
  const found = searchDifference(pair, Math.max(start + budget, Date.now() + budget * searchShare))
  return {
    ...known,
    method: 'search',
    domain,
    changes: [...proof.changes, ...unknownOf(found.changes, proof.changes)],
    by: proof.by,
    complete: false,
    tried: proof.tried + found.tried,
    open: proof.open,
  }
}

/** What a search has found beyond a proof. */
function unknownOf(found: readonly Change[], proved: readonly Change[]): readonly Change[] {
  const textsOf = ({ before, after }: Change): string => keyOf([before?.text, after?.text])
  const known = new Set(proved.map(textsOf))
  return found.filter((change) => !known.has(textsOf(change)))
}
