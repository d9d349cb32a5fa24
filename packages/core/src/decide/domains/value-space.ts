import { type DomainName, domainNames } from '../../language/domain.ts'
import type { Question } from '../analysis.ts'
import { identity } from '../logic/chain.ts'
import { type Formula, type Formulas, not, yes } from '../logic/formula.ts'
import { equals } from '../logic/predicate.ts'
import { domainOf, domainPredicate, oneTagPredicate } from './domains.ts'

/** What the language variable of one template may hold: the domains, as far as its kind of template has them. */
export interface ValueSpace {
  /** The smallest domain that a value belongs to. */
  readonly domainOf: (value: string | null) => DomainName
  /** Whether it can hold a value that belongs to a domain; a header that comes as it is may be anything. */
  readonly has: (value: string | null, domain: DomainName) => boolean
  /** The values of a domain. */
  readonly within: (formulas: Formulas, domain: DomainName) => Formula
  /** What the variable holds for a value that a request may bring: another where nothing is brought. */
  readonly held: (value: string | null) => string | null
  /** The value of those who name no language: their message is the fallback. */
  readonly nameless: string | null
}

/**
 * A connection's own language stands in for a missing header, so that nothing is missing, and belongs to every
 * domain. A variable that Auth0 chose among a tenant's languages holds one tag that CLDR knows, and never a list.
 */
export function valueSpace({
  profile,
  whenMissing,
}: Pick<Question, 'profile' | 'whenMissing'>): ValueSpace {
  const single = profile.resolvesLanguage
  const narrowest = (value: string | null): DomainName => {
    if (whenMissing !== undefined && value === whenMissing) return 'tag'
    const domain = domainOf(value)
    if (!single || domain === 'tag') return domain
    return oneTagPredicate.test(value!) ? 'real' : 'any'
  }
  const holds = (value: string | null): boolean => !single || narrowest(value) !== 'any'
  return {
    domainOf: narrowest,
    has: (value, domain) =>
      holds(value) && domainNames.indexOf(narrowest(value)) <= domainNames.indexOf(domain),
    within: (formulas, domain) => {
      const present = whenMissing === undefined ? yes : not(formulas.atom({ kind: 'nil' }))
      if (domain === 'any') return present
      const values = formulas.within(
        single && domain !== 'tag' ? oneTagPredicate : domainPredicate(domain),
      )
      if (whenMissing === undefined) return values
      return formulas.and(
        present,
        formulas.or(values, formulas.text(identity, equals(whenMissing))),
      )
    },
    held: (value) => value ?? whenMissing ?? null,
    nameless: whenMissing === undefined ? null : '',
  }
}
