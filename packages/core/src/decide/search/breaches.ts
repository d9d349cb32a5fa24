import { type DomainName, domainNames } from '../../language/domain.ts'
import type { Span } from '../../text/span.ts'
import type { Breach, Conflict, Question, Witness } from '../analysis.ts'
import type { ArmFacts } from '../arms.ts'
import { valueSpace } from '../domains/value-space.ts'
import { insertedVariable, isBlank } from '../message.ts'
import type { FoundOutcome } from './outcomes.ts'
import type { Candidate } from './values.ts'

type Arms = ReadonlyMap<number, ArmFacts>

/** The witness of an outcome: the most telling of its values that belong to the narrowest domain. */
export function witnessOf(question: Question, outcome: FoundOutcome): Witness {
  const { domainOf } = valueSpace(question)
  let best: (Candidate & { readonly domain: DomainName }) | undefined
  for (const candidate of outcome.candidates) {
    const domain = domainOf(candidate.value)
    if (best === undefined || width(domain) < width(best.domain)) best = { ...candidate, domain }
    if (width(domain) <= width('real')) break
  }
  return {
    variable: question.profile.languageVariable,
    value: best?.value ?? null,
    text: outcome.rendered.text,
    domain: best?.domain ?? 'tag',
    ...(best?.inputs && { inputs: best.inputs }),
  }
}

const width = (domain: DomainName): number => domainNames.indexOf(domain)

/**
 * Pairs of arms that one value reaches together although they speak different languages.
 * An arm's label is the set of supported languages whose bare value reaches it.
 */
export function findConflicts(
  question: Question,
  outcomes: readonly FoundOutcome[],
  arms: Arms,
): readonly Conflict[] {
  const labels = labelsOf(outcomes)
  const seen = new Set<string>()
  const conflicts: Conflict[] = []
  for (const outcome of outcomes) {
    const spoken = spokenArms(outcome, arms)
    for (const [i, first] of spoken.entries())
      for (const second of spoken.slice(i + 1)) {
        const key = `${first.start},${second.start}`
        if (second.start < first.end || labels(first) === labels(second) || seen.has(key)) continue
        seen.add(key)
        conflicts.push({ arms: [first, second], witness: witnessOf(question, outcome) })
      }
  }
  return conflicts
}

/** The arms of an outcome that are entered by language and have words of their own, in source order. */
const spokenArms = (outcome: FoundOutcome, arms: Arms): readonly Span[] =>
  [...new Map(outcome.rendered.arms.map((arm) => [arm.start, arm])).values()]
    .filter((arm) => arms.get(arm.start)?.byLanguage && arms.get(arm.start)?.hasLetters)
    .sort((a, b) => a.start - b.start)

function labelsOf(outcomes: readonly FoundOutcome[]): (arm: Span) => string {
  const labels = new Map<number, string[]>()
  for (const { languages, rendered } of outcomes)
    for (const { start } of rendered.arms)
      labels.set(start, [...(labels.get(start) ?? []), ...languages])
  return (arm) => [...new Set(labels.get(arm.start))].sort().join(' ')
}

/** What goes wrong in which outcome; an outcome is blamed for one thing only, the most telling. */
export function findBreaches(
  question: Question,
  outcomes: readonly FoundOutcome[],
  conflicts: readonly Conflict[],
  arms: Arms,
): readonly Breach[] {
  const needsCode = question.profile.codeVariables.length > 0
  const blank = outcomes.find(({ rendered }) => isBlank(rendered.text))
  const spoken = outcomes.filter(({ rendered }) => !isBlank(rendered.text))
  const overlapping = new Set(conflicts.map(({ witness }) => witness.text))
  const repeated = spoken.filter(
    ({ codes, rendered, repeatsCode }) =>
      codes > 1 && !repeatsCode && !overlapping.has(rendered.text),
  )
  const missing = needsCode ? spoken.filter(({ codes }) => codes === 0) : []
  return [
    ...(blank ? [emptyMessage(question, blank, arms)] : []),
    ...onePerSite(missing.map((outcome) => codeMissing(question, outcome, arms))),
    ...conflicts.map((conflict) => overlap(conflict, arms)),
    ...(needsCode ? onePerSite(repeated.map((outcome) => codeRepeated(question, outcome))) : []),
  ]
}

const overlap = ({ arms: [first, second], witness }: Conflict, arms: Arms): Breach => ({
  kind: 'overlapping-branches',
  witness,
  site: arms.get(second.start)?.arm.tag ?? second,
  related: first,
})

/** To blame for nothing at all: the first block by language that had no arm for this customer. */
function emptyMessage(question: Question, outcome: FoundOutcome, arms: Arms): Breach {
  const entered = new Set(outcome.rendered.arms.map((arm) => arm.start))
  const blocks = [
    ...new Set([...arms.values()].filter((facts) => facts.byLanguage).map((f) => f.block)),
  ]
  const silent =
    blocks.find((block) => !block.arms.some((arm) => entered.has(arm.start))) ?? blocks[0]
  const site = silent === undefined ? wholeTemplate(question) : openingOf(silent)
  return { kind: 'empty-message', witness: witnessOf(question, outcome), site }
}

/** To blame for a text without a code: the innermost arm with words of its own, else the template. */
function codeMissing(question: Question, outcome: FoundOutcome, arms: Arms): Breach {
  const arm = spokenArms(outcome, arms).at(-1)
  const site = arm === undefined ? wholeTemplate(question) : arms.get(arm.start)!.arm.tag
  return { kind: 'code-missing', witness: witnessOf(question, outcome), site }
}

function codeRepeated(question: Question, outcome: FoundOutcome): Breach {
  const codes = codeParts(question, outcome)
  const [first, second] = [codes[0], codes[1] ?? codes[0]]
  return {
    kind: 'code-repeated',
    witness: witnessOf(question, outcome),
    site: second ?? wholeTemplate(question),
    ...(first && { related: first }),
  }
}

const codeParts = ({ profile }: Question, { rendered }: FoundOutcome): readonly Span[] =>
  rendered.parts
    .filter(
      ({ inserted }) =>
        inserted !== undefined &&
        profile.codeVariables.includes(insertedVariable(profile, inserted)),
    )
    .map((part) => part.source)

function onePerSite(breaches: readonly Breach[]): readonly Breach[] {
  return [
    ...new Map([...breaches].reverse().map((breach) => [breach.site.start, breach])).values(),
  ].reverse()
}

const openingOf = (block: ArmFacts['block']): Span =>
  block.type === 'case' ? block.opening : block.arms[0]!.tag

const wholeTemplate = ({ template }: Question): Span => ({ start: 0, end: template.source.length })
