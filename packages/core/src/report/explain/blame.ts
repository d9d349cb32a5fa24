import type { Analysis, Breach, Property, PropertyName } from '../../decide/analysis.ts'
import type { Span } from '../../text/span.ts'

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

const others: Readonly<Partial<Record<PropertyName, string>>> = {
  'all-reachable': 'unreachable-branch',
  'within-limits': 'message-too-long',
}

/**
 * What is to blame for a broken property: the place that the linter would show first.
 * @returns undefined for `best-language`, which no rule asks for
 */
export function blameFor({ name, sites }: Property, analysis: Analysis): Blame | undefined {
  const [own] = sites
  const kind = breaches[name]
  // Who gets nothing gets no code either, which is told once.
  const found =
    name === 'right-language'
      ? analysis.causes?.[0]
      : (analysis.breaches.find((one) => one.kind === kind) ??
        analysis.breaches.find((one) => name === 'code-always' && one.kind === 'empty-message'))
  const rule =
    found?.kind ??
    kind ??
    others[name] ??
    (name === 'right-language' ? 'wrong-language' : undefined)
  if (rule === undefined) return undefined
  const site = found?.site ?? own
  return { rule, ...(site && { site }) }
}
