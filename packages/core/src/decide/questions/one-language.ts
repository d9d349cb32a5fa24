import type { Span } from '../../text/span.ts'
import type { Conflict, Property } from '../analysis.ts'
import { type ArmFacts, armFacts } from '../arms.ts'
import { type Formula, no } from '../logic/formula.ts'
import { hasBit } from '../solve/bits.ts'
import type { EnteredArm } from '../symbolic/program.ts'
import { type Judge, occurs, settle, witnessOf } from './judge.ts'

/** More pairs than this are not listed. */
const mostConflicts = 50

export interface Spoken extends EnteredArm {
  /** The supported languages whose bare value enters it. */
  readonly label: string
}

/** No value enters two arms with words of their own, neither inside the other, for different languages. */
export function oneLanguage(judge: Judge): readonly [Property, readonly Conflict[]] {
  const spoken = spokenArms(judge)
  const when = anyPair(judge, spoken)
  const shows = ({ arms }: { readonly arms: readonly Span[] }): boolean =>
    pairsIn(spoken, arms).length > 0
  const property = settle(judge, 'one-language', { when, shows }, (verdict) =>
    (pairsIn(spoken, verdict.rendered.arms)[0] ?? []).map(({ arm }) => spanOf(arm.tag)),
  )
  return [property, property.status === 'broken' ? conflicts(judge, spoken) : []]
}

/** The arms that are entered by language and have words of their own, in source order. */
export function spokenArms(judge: Judge): readonly Spoken[] {
  const { question, program } = judge
  const facts = armFacts(question.template, question.profile.languageVariable)
  const labelOf = labels(judge)
  return program.arms
    .filter(({ arm }) => speaks(facts.get(arm.start)))
    .map((entered) => ({ ...entered, label: labelOf(entered.when) }))
    .sort((a, b) => a.arm.start - b.arm.start)
}

const speaks = (facts: ArmFacts | undefined): boolean =>
  facts?.byLanguage === true && facts.hasLetters

/** Which supported languages enter an arm; bare values are in the pool from the start. */
function labels({ solver: { pool }, languages }: Judge): (when: Formula) => string {
  const supported = new Set<string | null>(languages)
  const bare = [...pool.entries.entries()].filter(([, { value }]) => supported.has(value))
  return (when) => {
    const bits = pool.bits(when)
    const reached = bare.flatMap(([at, { value }]) => (hasBit(bits, at) ? [value] : []))
    return [...new Set(reached)].sort().join(' ')
  }
}

/** One formula for all pairs, of linear size where labels differ: each arm against all that ended before it. */
export function anyPair({ pieces: { formulas } }: Judge, spoken: readonly Spoken[]): Formula {
  const pairs: Formula[] = []
  const ended = new Map<string, Formula>()
  let all: Formula = no
  let waiting: Spoken[] = []
  for (const arm of spoken) {
    const closed = waiting.filter((earlier) => endOf(earlier) <= arm.arm.start)
    waiting = waiting.filter((earlier) => endOf(earlier) > arm.arm.start)
    for (const { label, when } of closed) {
      ended.set(label, formulas.or(ended.get(label) ?? no, when))
      all = formulas.or(all, when)
    }
    const others = ended.has(arm.label)
      ? formulas.or(...[...ended].filter(([label]) => label !== arm.label).map(([, when]) => when))
      : all
    pairs.push(formulas.and(arm.when, others))
    waiting.push(arm)
  }
  return formulas.or(...pairs)
}

/** Arms of one `if` never go together, so they count from the end of the whole block. */
const endOf = ({ arm, block }: Spoken): number =>
  block.type === 'if' || block.type === 'unless' ? block.end : arm.end

type Pair = readonly [Spoken, Spoken]

function pairsIn(spoken: readonly Spoken[], arms: readonly Span[]): readonly Pair[] {
  const starts = new Set(arms.map(({ start }) => start))
  const entered = spoken.filter(({ arm }) => starts.has(arm.start))
  return entered.flatMap((second, i) =>
    entered
      .slice(0, i)
      .filter((first) => first.arm.end <= second.arm.start && first.label !== second.label)
      .map((first): Pair => [first, second]),
  )
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** The pairs themselves, as many as are worth listing, each with a witness. */
function conflicts(judge: Judge, spoken: readonly Spoken[]): readonly Conflict[] {
  const { formulas } = judge.pieces
  const found: Conflict[] = []
  for (const [i, second] of spoken.entries())
    for (const first of spoken.slice(0, i)) {
      if (endOf(first) > second.arm.start || first.label === second.label) continue
      const verdict = occurs(
        judge,
        {
          when: formulas.and(first.when, second.when),
          shows: ({ arms }) =>
            [first, second].every(({ arm }) => arms.some(({ start }) => start === arm.start)),
        },
        judge.domain,
      )
      if (verdict.kind !== 'witness') continue
      const witness = witnessOf(judge, verdict.entry, verdict.rendered)
      found.push({ arms: [spanOf(first.arm), spanOf(second.arm)], witness })
      if (found.length === mostConflicts) return found
    }
  return found
}
