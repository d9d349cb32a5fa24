import { domainNames } from '../../language/domain.ts'
import type { Property } from '../analysis.ts'
import { type Formula, no } from '../logic/formula.ts'
import { sized } from '../logic/predicate.ts'
import { printedChain } from '../symbolic/apply.ts'
import {
  broken,
  type Fault,
  type Judge,
  occurs,
  renderEntry,
  settle,
  unproved,
  type Verdict,
} from './judge.ts'
import { lengthOf, structuralMost, sumBeyond } from './lengths.ts'
import { longestMessage } from './longest.ts'
import { mostSegments } from './most-segments.ts'
import type { Table } from './outcomes.ts'

/** No message is longer than the vendor takes, nor takes more segments than allowed. */
export function withinLimits(judge: Judge, table: Table): Property {
  const sendable = withinLength(judge)
  if (judge.question.profile.channel === 'email') return sendable
  const { most, proved, witness } = mostSegments(judge, table, sendable.status === 'broken')
  const property = { ...sendable, segments: { most, proved } }
  const { segmentLimit } = judge.question
  if (segmentLimit === undefined || property.status === 'broken') return property
  if (most > segmentLimit) return { ...property, status: 'broken', domain: witness.domain, witness }
  if (proved || property.status === 'unproved') return property
  return { ...property, status: 'unproved', reason: 'some message may take more segments' }
}

/** No message is longer than the vendor takes, in UTF-16 units. */
function withinLength(judge: Judge): Property {
  const limit = judge.question.profile.limits.message
  const lengths = judge.pieces.list.map(({ value }) => lengthOf(judge, value))
  const shows = ({ text }: { readonly text: string }): boolean => text.length > limit
  const { list } = judge.pieces
  if (list.some(({ value }) => value.kind === 'blank')) {
    const loop = list.find(({ value }) => value.kind === 'blank')!
    return unproved(judge, 'within-limits', { reason: 'white space from a loop', span: loop.span })
  }
  const alone = insertedBeyond(judge, limit)
  if (alone === no && structuralMost(judge, lengths) <= limit)
    return { name: 'within-limits', status: 'proved', domain: 'any', sites: [] }
  const guessed = guess(judge, lengths, shows)
  const narrower = guessed
    ? // Whether bare tags suffice makes no difference to anybody.
      domainNames.slice(1, domainNames.indexOf(guessed.entry.domain))
    : []
  if (guessed && narrower.length === 0) return broken(judge, 'within-limits', guessed, [])
  const when = judge.pieces.formulas.or(alone, sumBeyond(judge, lengths, limit))
  if (!guessed) return settle(judge, 'within-limits', { when, shows }, () => [])
  for (const domain of narrower) {
    const verdict = occurs(judge, { when, shows }, domain)
    if (verdict.kind === 'witness') return broken(judge, 'within-limits', verdict, [])
  }
  return broken(judge, 'within-limits', guessed, [])
}

/** Mostly a message that is too long is soon found. */
function guess(
  judge: Judge,
  lengths: readonly number[],
  shows: Fault['shows'],
): (Verdict & { readonly kind: 'witness' }) | undefined {
  for (const domain of domainNames.slice(0, domainNames.indexOf(judge.domain) + 1)) {
    const entry = longestMessage(judge, lengths, domain)
    const rendered = entry && renderEntry(judge, entry)
    if (rendered && shows(rendered, entry)) return { kind: 'witness', entry, rendered }
  }
  return longList(judge, shows)
}

/** Where the value itself is put in, a long list of languages makes a long message. */
function longList(
  judge: Judge,
  shows: Fault['shows'],
): (Verdict & { readonly kind: 'witness' }) | undefined {
  if (!judge.pieces.list.some(({ value }) => printedChain(value))) return undefined
  const value = new Array(judge.question.profile.limits.message).fill('en').join()
  const domain = judge.space.domainOf(value)
  if (domainNames.indexOf(domain) > domainNames.indexOf(judge.domain)) return undefined
  for (const inputs of new Set(judge.solver.pool.entries.map((entry) => entry.inputs))) {
    const entry = { value, inputs, domain }
    const rendered = renderEntry(judge, entry)
    if (rendered && shows(rendered, entry)) return { kind: 'witness', entry, rendered }
  }
  return undefined
}

/** Where an inserted language value alone is longer than the limit. */
function insertedBeyond(judge: Judge, limit: number): Formula {
  const { formulas, list } = judge.pieces
  return formulas.or(
    ...list.map(({ when, value }) => {
      const chain = printedChain(value)
      if (!chain) return no
      const test = (size: number): boolean => size > limit
      return formulas.and(when, formulas.text(chain, sized(`> ${limit}`, limit + 1, test)))
    }),
  )
}
