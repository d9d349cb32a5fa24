import type { OpenTemplate } from '../../check/open-template.ts'
import type { Analysis, Outcome } from '../../decide/analysis.ts'
import { hasSegments } from '../../profile/profile.ts'
import { segment } from '../../sms/segment.ts'
import { shortened } from '../../text/shortened.ts'
import { visible } from '../../text/visible.ts'
import { counted, type Look } from '../report.ts'

/** What is to be told about one template. */
export interface Explanation {
  /** The file, as its user wrote it. */
  readonly path: string
  readonly opened: OpenTemplate
  readonly analysis: Analysis
  /** What one segment costs, in any currency. */
  readonly price?: number
  /** The most segments that one message may take. */
  readonly segmentLimit?: number
  /** Real requests, sorted by the message that they get. */
  readonly requests?: Requests
}

/** How many real requests get which message. */
export interface Requests {
  readonly total: number
  /** By the place of the message in `Analysis.outcomes`. */
  readonly counts: readonly number[]
  /** Requests that get a message which the analysis does not list, or none. */
  readonly unlisted: number
  /** Lines that nothing could be made of. */
  readonly unreadable: number
  /** Log events that are no requests for a code. */
  readonly unrelated: number
}

/** A format of `codeword explain`: one file of this folder and one line in index.ts. */
export type ExplainFormat = (explanation: Explanation, look: Look) => string

/** What one message costs; nothing where it is no SMS or no price is known. */
export function costOf(outcome: Outcome, { price, opened }: Explanation): number | undefined {
  if (price === undefined || !hasSegments(opened.profile)) return undefined
  return exact(price * segment(outcome.rendered.text).segments)
}

/** What all requests cost together whose message is known. */
export function totalCost(explanation: Explanation): number | undefined {
  const { analysis, requests } = explanation
  if (requests === undefined) return undefined
  const costs = analysis.outcomes.map((outcome) => costOf(outcome, explanation))
  if (costs.includes(undefined)) return undefined
  return exact(costs.reduce<number>((sum, cost, i) => sum + cost! * requests.counts[i]!, 0))
}

/** Without the rounding errors of binary fractions. */
const exact = (value: number): number => Number(value.toPrecision(12))

/** `12345.678` as `12,345.678`. */
export const amount = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 12 })

/** Where not all can be listed, so many are shown, and all that real requests get. */
const mostPartial = 24

/** The outcomes to show, each with its place in the analysis: languages in their order, then the rest. */
export function shownOutcomes({
  analysis,
  requests,
}: Explanation): readonly { readonly outcome: Outcome; readonly index: number }[] {
  const rank = ({ languages: [first], value }: Outcome): number => {
    if (first !== undefined) return analysis.languages.indexOf(first)
    return analysis.languages.length + (value === null ? 0 : 1)
  }
  return analysis.outcomes
    .map((outcome, index) => ({ outcome, index }))
    .sort((a, b) => rank(a.outcome) - rank(b.outcome))
    .filter(
      ({ index }, place) =>
        analysis.blocks === undefined || place < mostPartial || (requests?.counts[index] ?? 0) > 0,
    )
}

/** `45.1%`; what is there at all is never 0. */
export function share(count: number, total: number): string {
  const percent = total === 0 ? 0 : (100 * count) / total
  if (percent > 0 && percent < 0.1) return '< 0.1%'
  return `${percent.toFixed(1)}%`
}

/** How sure the table is, what it assumes, and what became of real requests, one sentence each. */
export const notes = (explanation: Explanation): readonly string[] => [
  coverage(explanation),
  ...assumptions(explanation),
  ...requestNotes(explanation),
]

/** What cannot be settled from public sources and matters here, one sentence each. */
export const assumptions = ({ analysis: { whenMissing } }: Explanation): readonly string[] =>
  whenMissing === undefined
    ? []
    : [
        `Assumed: who sends no X-Request-Language header counts as '${visible(shortened(whenMissing, 48))}', the connection's request_language; Auth0's API reference does not list this option today.`,
      ]

function coverage(explanation: Explanation): string {
  const { analysis, opened } = explanation
  const { complete, method, domain } = analysis
  const messages = counted(shownOutcomes(explanation).length, 'message')
  const { domain: asked } = opened.question
  const values =
    typeof asked === 'string' ? `${domainText[domain]} (${domain})` : 'each of the listed values'
  if (analysis.outcomes.length === 0) return 'No message could be listed.'
  if (complete) return `${messages}, and no other for ${values}.`
  if (method === 'search')
    return `${messages} found by a search. There may be more: nothing is proved.`
  return `${messages} shown. There may be more: not all could be listed.`
}

/** The values of a domain, for people. */
export const domainText: Readonly<Record<Analysis['domain'], string>> = {
  tag: 'every language tag',
  real: 'every value that real clients send',
  header: 'every value that the header may hold',
  any: 'every value there can be',
}

function requestNotes(explanation: Explanation): readonly string[] {
  const { requests } = explanation
  if (requests === undefined) return []
  const { total, unlisted, unreadable, unrelated } = requests
  const cost = totalCost(explanation)
  return [
    `${counted(total, 'real request')}${cost === undefined ? '' : `, ${amount(cost)} in all`}.`,
    ...(unlisted > 0
      ? [`${counted(unlisted, 'request')} (${share(unlisted, total)}) with none of these messages.`]
      : []),
    ...(unrelated > 0 ? [`${counted(unrelated, 'event')} of other kinds passed over.`] : []),
    ...(unreadable > 0 ? [`${counted(unreadable, 'line')} could not be read.`] : []),
  ]
}
