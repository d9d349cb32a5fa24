import { type DomainName, domainNames } from '../../language/domain.ts'
import type { Compiled } from '../../render/compile.ts'
import type { Rendered } from '../../render/rendered.ts'
import type { Span } from '../../text/span.ts'
import type { Property, PropertyName, Question, Witness } from '../analysis.ts'
import type { ValueSpace } from '../domains/value-space.ts'
import type { Formula } from '../logic/formula.ts'
import { contextFor, countCodes, fakeCodeFor, placeholdersFor } from '../message.ts'
import { hasBit } from '../solve/bits.ts'
import type { Entry } from '../solve/pool.ts'
import type { Because, Solver } from '../solve/solver.ts'
import type { Program } from '../symbolic/program.ts'
import type { Pieces } from './pieces.ts'

/** Everything that the questions about one template share. */
export interface Judge {
  readonly question: Question
  readonly program: Program
  readonly pieces: Pieces
  readonly solver: Solver
  readonly space: ValueSpace
  readonly compiled: Compiled
  /** The fake code in all texts. */
  readonly code: string
  /** The supported languages. */
  readonly languages: readonly string[]
  /** The domain that is asked for; `any` for listed values. */
  readonly domain: DomainName
  /** Questions ask for the messages of the same entries again and again. */
  readonly renderings: Map<Entry, ReturnType<Compiled['render']>>
}

/** What LiquidJS makes of concrete inputs; undefined where it stops. */
export function renderEntry(judge: Judge, entry: Entry): Rendered | undefined {
  const result = tryEntry(judge, entry)
  return result.ok ? result.rendered : undefined
}

type Outcome = ReturnType<Compiled['render']>

/** What LiquidJS makes of concrete inputs, or where it stops. */
export function tryEntry(judge: Judge, entry: Entry): Outcome {
  let outcome = judge.renderings.get(entry)
  if (!outcome) {
    outcome = renderWith(judge, entry, judge.code)
    judge.renderings.set(entry, outcome)
  }
  return outcome
}

function renderWith(judge: Judge, entry: Entry, code: string): Outcome {
  const context = contextFor(judge.question, entry.value, code, entry.inputs)
  return judge.compiled.render(context, placeholdersFor(judge.question, context))
}

/** How often the code stands in the text of an entry. Filters may spell it out: then another code shows. */
export function codesIn(judge: Judge, entry: Entry, text: string): number {
  const plain = countCodes(text, judge.code)
  if (plain > 0) return plain
  const other = renderWith(judge, entry, [...judge.code].reverse().join(''))
  return other.ok && other.rendered.text !== text ? 1 : 0
}

export const codeFor = (question: Question): string => fakeCodeFor(question.template.source)

export function witnessOf({ question }: Judge, entry: Entry, rendered: Rendered): Witness {
  return {
    variable: question.profile.languageVariable,
    value: entry.value,
    text: rendered.text,
    domain: entry.domain,
    ...(entry.inputs.size > 0 && { inputs: Object.fromEntries(entry.inputs) }),
  }
}

/** A fault as a formula, and how to see it in a rendered message. */
export interface Fault {
  readonly when: Formula
  readonly shows: (rendered: Rendered, entry: Entry) => boolean
}

/** What became of a fault in one domain. */
export type Verdict =
  | { readonly kind: 'never' }
  | { readonly kind: 'witness'; readonly entry: Entry; readonly rendered: Rendered }
  | { readonly kind: 'open'; readonly because: Because }

/** Whether a fault occurs in a domain; every witness is rendered before it counts. */
export function occurs(judge: Judge, { when, shows }: Fault, domain: DomainName): Verdict {
  const answer = judge.solver.find(when, domain)
  if (answer.kind === 'none') return { kind: 'never' }
  if (answer.kind === 'some') {
    const rendered = renderEntry(judge, answer.entry)
    if (rendered && shows(rendered, answer.entry))
      return { kind: 'witness', entry: answer.entry, rendered }
  }
  const because = answer.because ?? { reason: 'LiquidJS does otherwise than was foreseen' }
  return search(judge, { when, shows }, domain) ?? { kind: 'open', because }
}

/** The most values that are rendered in search of a witness where nothing can be decided. */
const mostSearched = 400

function search(judge: Judge, { when, shows }: Fault, domain: DomainName): Verdict | undefined {
  const { pool } = judge.solver
  const refuted = pool.bits(when ^ 1)
  const rank = domainNames.indexOf(domain)
  for (const [i, entry] of pool.entries.slice(0, mostSearched).entries()) {
    if (domainNames.indexOf(entry.domain) > rank) continue
    if (hasBit(refuted, i)) continue
    const rendered = renderEntry(judge, entry)
    if (rendered && shows(rendered, entry)) return { kind: 'witness', entry, rendered }
  }
  return undefined
}

/** Decides one property: proved in the widest domain, broken in the narrowest, or unproved. */
export function settle(
  judge: Judge,
  name: PropertyName,
  fault: Fault,
  sites: (verdict: Verdict & { readonly kind: 'witness' }) => readonly Span[],
): Property {
  const required = domainNames.indexOf(judge.domain)
  const widest = occurs(judge, fault, 'any')
  if (widest.kind === 'never') return { name, status: 'proved', domain: 'any', sites: [] }
  const asked = judge.domain === 'any' ? widest : occurs(judge, fault, judge.domain)
  if (asked.kind === 'open') return unproved(judge, name, asked.because)
  if (asked.kind === 'never') {
    let proved = judge.domain
    for (const wider of domainNames.slice(required + 1, -1))
      if (occurs(judge, fault, wider).kind === 'never') proved = wider
      else break
    return { name, status: 'proved', domain: proved, sites: [] }
  }
  for (const narrower of domainNames.slice(0, domainNames.indexOf(asked.entry.domain))) {
    const verdict = occurs(judge, fault, narrower)
    if (verdict.kind === 'witness') return broken(judge, name, verdict, sites(verdict))
  }
  return broken(judge, name, asked, sites(asked))
}

export const broken = (
  judge: Judge,
  name: PropertyName,
  { entry, rendered }: Verdict & { readonly kind: 'witness' },
  sites: readonly Span[],
): Property => ({
  name,
  status: 'broken',
  domain: entry.domain,
  witness: witnessOf(judge, entry, rendered),
  sites,
})

export const unproved = (judge: Judge, name: PropertyName, because: Because): Property => ({
  name,
  status: 'unproved',
  domain: judge.domain,
  sites: because.span ? [because.span] : [],
  reason: because.reason,
})
