import type { OpenTemplate } from '../check/open-template.ts'
import type { Analysis, PropertyName, Question } from '../decide/analysis.ts'
import { compareTemplates } from '../decide/compare/compare.ts'
import type { Difference } from '../decide/compare/difference.ts'
import { changesOnlyFor } from '../decide/compare/only-for.ts'
import { aCustomer } from '../lint/customer.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { brokenClass, type Fault, mask } from './broken-class.ts'

/**
 * Proves that a fix changes the messages of nobody but those whom the fault hits. Where Liquid rejects the
 * template nobody gets a message: then it hits everybody.
 *
 * @param before the template with the fault
 * @param after the template with the fix, read as the same kind of template
 * @returns undefined where it is proved, else why it is not, to follow a colon
 */
export function doubtAbout(
  fault: Fault,
  before: OpenTemplate,
  after: OpenTemplate,
): string | undefined {
  if (before.template.errors.length > 0) return undefined
  const difference = compareTemplates(masked(before, fault), after.question)
  if (difference.complete && difference.changes.length === 0) return undefined
  const lost = lostProperty(before, after)
  if (lost !== undefined) return `\`${lost}\` would be broken`
  const hit = brokenClass(fault, before, after)
  if (hit.kind === 'nobody') return othersChange(difference)
  if (hit.kind === 'message') {
    if (difference.by === 'text') return notProved('too many messages change to look at each')
    const other = difference.changes.find(
      (change) => change.part || !hit.shows(change.before?.text ?? '', change.after?.text ?? ''),
    )
    if (other) return changed(other.value)
    return difference.complete ? undefined : notProved(difference.open)
  }
  const answer = changesOnlyFor(before.question, after.question, hit)
  if (answer.kind === 'refuted') return changed(answer.value)
  return answer.kind === 'open' ? notProved(answer.reason) : undefined
}

/** A property that is broken only then, or by more branches; a rule may be silent where another one speaks. */
function lostProperty(before: OpenTemplate, after: OpenTemplate): PropertyName | undefined {
  const [old, young] = [before.analysis(), after.analysis()]
  const broken = (analysis: Analysis | undefined): readonly PropertyName[] =>
    analysis?.properties.flatMap(({ name, status }) => (status === 'broken' ? [name] : [])) ?? []
  const known = broken(old)
  if ((young?.dead?.length ?? 0) > (old?.dead?.length ?? 0)) return 'all-reachable'
  return broken(young).find((name) => name !== 'best-language' && !known.includes(name))
}

const othersChange = ({ changes: [first], open }: Difference): string =>
  first ? changed(first.value) : notProved(open)

const changed = (value: string | null): string =>
  `the message of ${aCustomer(value)} would change, too`

const notProved = (reason = 'the values are listed'): string =>
  `it is not proved whose message would change (${reason})`

/**
 * A misspelt placeholder stands in the message as it is written, and so would a sign that no template holds: in its
 * place the sign tells the messages with the fault, and no `@@` is left to make a placeholder with what is beside it.
 */
function masked({ question, template }: OpenTemplate, { rule, spans }: Fault): Question {
  if (rule !== 'misspelt-placeholder') return question
  const edits = spans.map(({ start, end }) => ({ start, end, text: mask }))
  const source = applyEdits(template.source, edits) ?? template.source
  return { ...question, template: parse(source) }
}
