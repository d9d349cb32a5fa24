import type { OpenTemplate } from '../check/open-template.ts'
import type { Customers } from '../decide/compare/only-for.ts'
import { segment } from '../sms/segment.ts'
import { allArms } from '../syntax/walk.ts'
import { contains, type Span } from '../text/span.ts'

/** Who is hit by a finding, and whose message a safe fix may therefore change. */
export type BrokenClass =
  | Customers
  /** Those whose message shows the fault. */
  | { readonly kind: 'message'; readonly shows: (before: string, after: string) => boolean }
  /** Nobody: the fix may change no message at all. */
  | { readonly kind: 'nobody' }

/** Findings of one rule, with their spans in the template. */
export interface Fault {
  readonly rule: string
  readonly spans: readonly Span[]
}

/** Rules whose fixes are worth a proof although only the proof can tell that one is safe. */
export const provable: ReadonlySet<string> = new Set([
  'wrong-language',
  'substring-match',
  'case-or-separator',
  'region-only-branch',
])

/** Stands for what a misspelt placeholder puts into a message. */
export const mask = '\ue0c0\ue0de'

/** The broken class of what one rule found in a template that Liquid accepts. */
export function brokenClass(
  { rule, spans }: Fault,
  before: OpenTemplate,
  after: OpenTemplate,
): BrokenClass {
  if (provable.has(rule)) return { kind: 'wrong-language' }
  switch (rule) {
    case 'overlapping-branches':
      return { kind: 'two-texts' }
    case 'smart-quotes':
    case 'unknown-operator':
    case 'unknown-variable':
      return entering(spans, before, after)
    case 'edge-whitespace':
      return {
        kind: 'message',
        shows: (was, is) => was !== was.trim() && withoutBlanks(was) === withoutBlanks(is),
      }
    case 'ucs2-character':
      return { kind: 'message', shows: (was) => segment(was).encoding === 'UCS-2' }
    case 'misspelt-placeholder':
      return { kind: 'message', shows: (was) => was.includes(mask) }
    default:
      return { kind: 'nobody' }
  }
}

/** About whom the tests decide in which something was found. */
function entering(
  spans: readonly Span[],
  { template: old }: OpenTemplate,
  { template: young }: OpenTemplate,
): BrokenClass {
  const [arms, others] = [allArms(old.nodes), allArms(young.nodes)]
  if (arms.length !== others.length) return { kind: 'nobody' }
  const hit = arms.flatMap(({ tag }, i) => (spans.some((span) => contains(tag, span)) ? [i] : []))
  return {
    kind: 'entering',
    before: hit.map((i) => arms[i]!.start),
    after: hit.map((i) => others[i]!.start),
  }
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')
