import { segment } from '../../sms/segment.ts'
import type { Conflict, Property, PropertyName, Question, Witness } from '../analysis.ts'
import type { ArmFacts } from '../arms.ts'
import { isBlank } from '../message.ts'
import { witnessOf } from './breaches.ts'
import type { FoundOutcome } from './outcomes.ts'

const segmentsOf = (text: string): number => segment(text).segments

/** What a search can say of each property: broken with its witness, or unproved after so many values. */
export function searchProperties(
  question: Question,
  outcomes: readonly FoundOutcome[],
  conflicts: readonly Conflict[],
  arms: ReadonlyMap<number, ArmFacts>,
  tried: number,
): readonly Property[] {
  const needsCode = question.profile.codeVariables.length > 0
  const limit = question.profile.limits.message
  const most = question.segmentLimit ?? Number.POSITIVE_INFINITY
  const found = outcomes.map(({ rendered }) => segmentsOf(rendered.text))
  const first = (broken: (outcome: FoundOutcome) => boolean): Witness | undefined => {
    const found = outcomes.find(broken)
    return found && witnessOf(question, found)
  }
  const entered = new Set(outcomes.flatMap(({ rendered }) => rendered.arms.map((arm) => arm.start)))
  const unseen = [...arms.values()].filter(({ arm }) => !entered.has(arm.start))
  const reason = `searched ${tried} values`
  const answer = (name: PropertyName, witness: Witness | undefined): Property =>
    witness === undefined
      ? { name, status: 'unproved', domain: 'any', sites: [], reason }
      : { name, status: 'broken', domain: witness.domain, sites: [], witness }
  return [
    answer(
      'never-empty',
      first(({ rendered }) => isBlank(rendered.text)),
    ),
    answer(
      'code-always',
      first(({ codes }) => needsCode && codes === 0),
    ),
    answer(
      'code-once',
      first(({ codes, repeatsCode }) => needsCode && codes > 1 && !repeatsCode),
    ),
    {
      ...answer('all-reachable', undefined),
      sites: unseen.map(({ arm }) => arm.tag),
      ...(unseen.length > 0 && {
        reason: `${reason}, none of which reaches ${unseen.length} arms`,
      }),
    },
    {
      ...answer(
        'within-limits',
        first(({ rendered: { text } }) => text.length > limit || segmentsOf(text) > most),
      ),
      ...(question.profile.channel !== 'email' && {
        segments: { most: Math.max(0, ...found), proved: false },
      }),
    },
    answer('one-language', conflicts[0]?.witness),
    answer('right-language', undefined),
    answer('best-language', undefined),
  ]
}
