import type { Question } from '../decide/analysis.ts'
import { compareTemplates } from '../decide/compare/compare.ts'
import type { Change, Difference } from '../decide/compare/difference.ts'
import type { MessageFault } from '../fixture/message-fault.ts'
import { nested } from '../fixture/nested.ts'
import type { DomainName } from '../language/domain.ts'
import { primary } from '../language/tag.ts'
import { parse } from '../syntax/parse.ts'
import { type KillingCase, lengthOf } from './killing-case.ts'
import { probes } from './probes.ts'

/** What became of a mutant. */
export type Verdict =
  /** By the first case, of this name, that gets another message. */
  | { readonly kind: 'killed'; readonly by: string }
  /** No case gets another message, and this one would. */
  | {
      readonly kind: 'survived'
      readonly case: KillingCase
      /** What the template makes of the case, and the mutant; undefined: nothing, since Liquid stops. */
      readonly before: string | undefined
      readonly after: string | undefined
    }
  /**
   * No value gets another message. `proof`: for all values of the domain; `listed`: for each of the values that
   * the domain lists.
   */
  | {
      readonly kind: 'equivalent'
      readonly method: 'proof' | 'listed'
      readonly domain: DomainName
    }
  /** No case and no value that was tried gets another message, but one may. */
  | { readonly kind: 'open'; readonly reason: string }

/** What the template makes of a case, and the mutant. */
export type Messages = Pick<Verdict & { readonly kind: 'survived' }, 'before' | 'after'>

/** What is needed to try cases on a template and a mutant. */
export interface Trial {
  /** The cases to try before the prover is asked, the most telling first. */
  readonly usual: readonly KillingCase[]
  /** What is told was rendered by it. */
  readonly render: (one: KillingCase) => Messages
  /** What is wrong with a case that the template itself gives. */
  readonly faultOf: (one: KillingCase) => MessageFault | undefined
}

/**
 * What is known of a mutant that no case of its fixture kills. Where no usual case does either, the prover is asked
 * for whom it changes a message, and what it leaves open is searched. A case that gets a sound message from the
 * template is preferred.
 * @param budget milliseconds
 */
export function verdictOn(
  question: Question,
  mutant: string,
  trial: Trial,
  budget: number,
): Verdict {
  const usual = firstKilling(trial.usual, trial)
  if (usual !== undefined && usual.case.fault === undefined) return { kind: 'survived', ...usual }
  const difference = compareTemplates(question, { ...question, template: parse(mutant), budget })
  const { changes, complete, open = 'not every value was tried', domain } = difference
  const sought = firstKilling(casesOf(question, difference), trial)
  const found = sought?.case.fault === undefined ? (sought ?? usual) : (usual ?? sought)
  if (found !== undefined) return { kind: 'survived', ...found }
  if (!complete || changes.length > 0) return { kind: 'open', reason: open }
  const method = difference.method === 'proof' ? 'proof' : 'listed'
  return { kind: 'equivalent', method, domain }
}

/** The first that kills and gets a sound message from the template, else the first that kills. */
function firstKilling(
  cases: Iterable<KillingCase>,
  { render, faultOf }: Trial,
): ({ readonly case: KillingCase } & Messages) | undefined {
  let faulty: ReturnType<typeof firstKilling>
  for (const one of cases) {
    const messages = render(one)
    if (messages.before === messages.after) continue
    const fault = faultOf(one)
    if (fault === undefined) return { case: one, ...messages }
    faulty ??= { case: { ...one, fault }, ...messages }
  }
  return faulty
}

function* casesOf(question: Question, difference: Difference): Generator<KillingCase> {
  yield* candidatesIn(difference)
  if (!difference.complete) yield* probes(question, difference.languages)
}

/** One case of each class, those that real clients send first. */
function candidatesIn({ changes, languages }: Difference): readonly KillingCase[] {
  const real = changes.flatMap((change) =>
    change.realistic.length > 0 ? [caseOf(change, simplestOf(change, languages), true)] : [],
  )
  return [...real, ...changes.map((change) => caseOf(change, change.value, false))]
}

/**
 * The shortest of those that ask for a served language first, whom the template is written for: `de-AT` rather than
 * `kde`, which only happens to contain `de`. No header is shorter than any.
 */
const simplestOf = (
  { realistic }: Change,
  languages: readonly string[],
): Change['realistic'][number] => {
  const served = new Set(languages.map(primary))
  const asked = realistic.filter((value) => served.has(primary(value ?? '')))
  return (asked.length > 0 ? asked : realistic).reduce((best, value) =>
    lengthOf(value) < lengthOf(best) ? value : best,
  )
}

const caseOf = ({ inputs }: Change, value: string | null, realistic: boolean): KillingCase => ({
  value,
  realistic,
  ...(inputs && { variables: nested(inputs) }),
})
