import type { Question } from '../../decide/analysis.ts'
import type { Mutation } from '../mutate-template.ts'
import type { Verdict } from '../verdict.ts'

/** What became of a mutant, in words that follow its fault and a colon. */
export function endOf(verdict: Verdict, question: Question): string {
  switch (verdict.kind) {
    case 'killed':
      return `noticed by ${verdict.by}`
    case 'survived':
      return 'no case notices'
    case 'equivalent':
      return `no message changes (${certainty(verdict, question)})`
    case 'open':
      return `no case notices, and none was found that would (${verdict.reason})`
  }
}

/** How sure it is of all equivalent mutants that they are. */
export function proofOf({ mutants }: Mutation, question: Question): string {
  const sure = mutants.flatMap(({ verdict }) =>
    verdict.kind === 'equivalent' ? [certainty(verdict, question)] : [],
  )
  return [...new Set(sure)].join('; ')
}

function certainty(
  { method, domain }: Verdict & { readonly kind: 'equivalent' },
  { profile, domain: asked }: Question,
): string {
  if (method === 'listed') return `each of the ${asked.length} listed values was rendered`
  return `proved for all values of ${profile.languageVariable} in the domain ${domain}`
}
