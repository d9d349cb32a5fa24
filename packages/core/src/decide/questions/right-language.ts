import { type DomainName, domainNames } from '../../language/domain.ts'
import { bestLanguage, expectedLanguage } from '../../language/lookup.ts'
import type { Property } from '../analysis.ts'
import { type Demands, demandsFor } from '../demand/demand.ts'
import { identity } from '../logic/chain.ts'
import { type Formula, not } from '../logic/formula.ts'
import type { Entry } from '../solve/pool.ts'
import type { Because } from '../solve/solver.ts'
import { broken, type Judge, occurs, renderEntry, unproved, type Verdict } from './judge.ts'
import type { Messages } from './messages.ts'
import { variantsOf } from './variants.ts'

/** Something that a value demands, and the messages that fulfil it. */
export interface Demand {
  readonly when: Formula
  readonly fulfilled: Formula
  /** What has to hold before anything else: asked first, it settles most of the rest. */
  readonly first: Formula
}

/**
 * Everybody whose first language is supported gets its message, or one that nobody but its speakers gets; the
 * others the fallback or a relative.
 */
export function rightLanguage(judge: Judge, messages: Messages): Property {
  const demands = rightDemands(judge, messages, demandsFor(judge.languages))
  const accepted = ({ value }: Entry): ReturnType<typeof acceptedFor> => acceptedFor(judge, value)
  const strict = decide(judge, 'right-language', messages, demands, accepted)
  if (strict.status === 'proved' || messages.open) return strict
  const variants = variantsOf(judge, messages)
  const { formulas } = judge.pieces
  const lenient = demands.map((demand, i) => ({
    ...demand,
    fulfilled: formulas.or(demand.fulfilled, variants.of(i)),
    first: formulas.or(demand.first, variants.of(i)),
  }))
  if (lenient.every(({ fulfilled }, i) => fulfilled === demands[i]!.fulfilled)) return strict
  return decide(judge, 'right-language', messages, lenient, (entry) =>
    variants.has(entry) ? undefined : accepted(entry),
  )
}

/** The bare values whose message will do for a value: languages, and null for the fallback; undefined: any will. */
export function acceptedFor(
  { languages, question: { fallback } }: Judge,
  value: string | null,
): readonly (string | null)[] | undefined {
  const known = acceptedWith(languages, fallback)
  const before = known.get(value)
  if (before !== undefined) return before.languages
  const expectation = expectedLanguage(value, languages, fallback)
  const found = expectation && [...expectation.languages, ...(expectation.fallback ? [null] : [])]
  if (known.size >= mostAccepted) known.clear()
  known.set(value, { languages: found })
  return found
}

function acceptedWith(
  languages: readonly string[],
  fallback: string | undefined,
): Map<string | null, Accepted> {
  let last = accepted.get(languages)
  if (last === undefined || last.fallback !== fallback) {
    last = { fallback, known: new Map() }
    accepted.set(languages, last)
  }
  return last.known
}

interface Accepted {
  readonly languages: readonly (string | null)[] | undefined
}

interface Remembered {
  readonly fallback: string | undefined
  readonly known: Map<string | null, Accepted>
}

/** The next key press asks for the same values. */
const accepted = new WeakMap<readonly string[], Remembered>()
const mostAccepted = 10_000

/** Everybody gets the message of the first supported language anywhere in their list. */
export function bestLanguageOf(judge: Judge, messages: Messages): Property {
  const { languages, domain, question } = judge
  const demands = demandsFor(languages)
  const { formulas } = judge.pieces
  // The best language of a list of one is the first: that is decided far sooner.
  const single = question.profile.resolvesLanguage && domain !== 'any'
  const isTag = formulas.text(identity, demands.firstIsTag)
  const list = languages.map((_, i) => ({
    when: single
      ? formulas.and(isTag, formulas.text(identity, demands.first(i)))
      : formulas.text(identity, demands.best(i)),
    fulfilled: messages.of(i),
    first: messages.atLeast(i),
  }))
  const expected = ({ value }: Entry): readonly string[] | undefined => {
    const best = bestLanguage(value, languages)
    return best === undefined ? undefined : [best]
  }
  const property = decide(judge, 'best-language', messages, list, expected)
  return single && property.status === 'proved' ? { ...property, domain } : property
}

/** What every value demands of its message, and where that is fulfilled. */
export function rightDemands(
  judge: Judge,
  messages: Messages,
  demands: Demands,
): readonly Demand[] {
  const { question, languages } = judge
  const { formulas } = judge.pieces
  const about = (predicate: Parameters<typeof formulas.text>[1]): Formula =>
    formulas.text(identity, predicate)
  const named = languages.indexOf(question.fallback ?? '')
  const fallback = formulas.or(messages.fallback, ...(named >= 0 ? [messages.of(named)] : []))
  const isTag = about(demands.firstIsTag)
  const found = languages.map((_, i) => about(demands.first(i)))
  const nowhere = formulas.and(isTag, ...found.map(not))
  const instead = languages.map((_, i) =>
    formulas.and(formulas.or(about(demands.later(i)), about(demands.relative(i))), messages.of(i)),
  )
  const missing = formulas.atom({ kind: 'nil' })
  return [
    ...languages.map((_, i) => ({
      when: formulas.and(isTag, found[i]!),
      fulfilled: messages.of(i),
      first: messages.atLeast(i),
    })),
    {
      when: nowhere,
      fulfilled: formulas.or(fallback, ...instead),
      first: messages.atLeastFallback,
    },
    {
      when: formulas.or(missing, about(demands.byDefault)),
      fulfilled: fallback,
      first: messages.atLeastFallback,
    },
  ]
}

/** Different pieces may still make the same text: then that way to make it is allowed, and the search goes on. */
const mostRepeats = 40

function decide(
  judge: Judge,
  name: 'right-language' | 'best-language',
  messages: Messages,
  demands: readonly Demand[],
  expected: (entry: Entry) => readonly (string | null)[] | undefined,
): Property {
  if (messages.open) return unproved(judge, name, messages.open)
  const exact = name === 'right-language'
  const { formulas } = judge.pieces
  const allowed = demands.map(({ fulfilled }) => fulfilled)
  const wrong = (entry: Entry): boolean => {
    const accepted = expected(entry)
    if (!accepted || !messages.told(entry)) return false
    const text = messages.textFor(entry)
    return !accepted.some((language) => messages.textFor({ ...entry, value: language }) === text)
  }
  const atHand = (domain: DomainName): Verdict | undefined => {
    for (const { when, fulfilled } of demands) {
      const entry = judge.solver.pool.find(formulas.and(when, not(fulfilled)), domain)
      const rendered = entry && wrong(entry) && renderEntry(judge, entry)
      if (rendered) return { kind: 'witness', entry, rendered }
    }
    return undefined
  }
  const inDomain = (domain: DomainName): Verdict => {
    const known = atHand(domain)
    if (known) return known
    let open: Because | undefined
    for (const [i, { when, first }] of demands.entries()) {
      const at = occurs(judge, { when: formulas.and(when, not(first)), shows: () => true }, domain)
      if (at.kind === 'witness' && wrong(at.entry)) return at
      for (let repeat = 0; ; repeat++) {
        const verdict = occurs(
          judge,
          { when: formulas.and(when, not(allowed[i]!)), shows: () => true },
          domain,
        )
        if (verdict.kind === 'open') open ??= verdict.because
        if (verdict.kind !== 'witness') break
        if (wrong(verdict.entry)) return verdict
        if (!messages.told(verdict.entry)) {
          open ??= { reason: 'how the message is made is not known' }
          break
        }
        if (repeat === mostRepeats) {
          open ??= { reason: 'too many ways to make the same message' }
          break
        }
        allowed[i] = formulas.or(allowed[i]!, messages.madeAsFor(verdict.entry))
      }
    }
    return open ? { kind: 'open', because: open } : { kind: 'never' }
  }
  // Mostly a proof holds for every value: then no domain need be looked at.
  if (judge.domain !== 'any' && !atHand(judge.domain) && inDomain('any').kind === 'never')
    return { name, status: 'proved', domain: 'any', sites: [] }
  const asked = inDomain(judge.domain)
  if (asked.kind === 'open') return unproved(judge, name, asked.because)
  if (asked.kind === 'never') {
    let domain = judge.domain
    for (const wider of domainNames.slice(domainNames.indexOf(judge.domain) + 1, -1))
      if (inDomain(wider).kind === 'never') domain = wider
      else break
    return { name, status: 'proved', domain, sites: [] }
  }
  // Whether bare tags suffice makes no difference to anybody; only what is at hand is tried.
  const rank = domainNames.indexOf(asked.entry.domain)
  const narrower =
    (rank > 0 ? atHand('tag') : undefined) ?? (rank > 1 && exact ? inDomain('real') : undefined)
  if (narrower?.kind === 'witness')
    return broken(judge, name, narrower, messages.sitesFor(narrower.entry))
  return broken(judge, name, asked, messages.sitesFor(asked.entry))
}
