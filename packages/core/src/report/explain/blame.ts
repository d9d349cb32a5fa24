import type { Analysis, Breach, Property, PropertyName } from '../../decide/analysis.ts'
import type { Span } from '../../text/span.ts'
import type { Explanation } from './explanation.ts'

/** Where a property breaks, and the rule that words it. */
export interface Blame {
  /** Name of a rule: `codeword rules NAME` has its page. */
  readonly rule: string
  /** Place in the template; absent where no single one is to blame. */
  readonly site?: Span
}

const breaches: Readonly<Partial<Record<PropertyName, Breach['kind']>>> = {
  'never-empty': 'empty-message',
  'code-always': 'code-missing',
  'code-once': 'code-repeated',
  'one-language': 'overlapping-branches',
}

/**
 * What is to blame for a broken property: the place that the linter would show first.
 * @returns undefined for `best-language`, which no rule asks for
 */
export function blameFor(property: Property, explanation: Explanation): Blame | undefined {
  const { analysis } = explanation
  const { name, sites } = property
  const found = name === 'right-language' ? analysis.causes?.[0] : breachOf(name, analysis)
  const rule = found?.kind ?? ruleOf(property, explanation)
  const site = found?.site ?? sites[0]
  return rule === undefined ? undefined : { rule, ...(site && { site }) }
}

function breachOf(name: PropertyName, { breaches: all }: Analysis): Breach | undefined {
  const kindOf = (kind: Breach['kind'] | undefined): Breach | undefined =>
    all.find((one) => one.kind === kind)
  // Who gets nothing gets no code either, which is told once.
  return kindOf(breaches[name]) ?? (name === 'code-always' ? kindOf('empty-message') : undefined)
}

function ruleOf({ name, witness }: Property, { opened }: Explanation): string | undefined {
  switch (name) {
    case 'all-reachable':
      return 'unreachable-branch'
    case 'within-limits':
      return witness && witness.text.length > opened.profile.limits.message
        ? 'message-too-long'
        : 'segment-limit'
    case 'right-language':
      return 'wrong-language'
    default:
      return breaches[name]
  }
}
