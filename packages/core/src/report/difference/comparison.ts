import type { OpenTemplate } from '../../check/open-template.ts'
import type { Change, Difference } from '../../decide/compare/difference.ts'
import { segment } from '../../sms/segment.ts'
import { sizeText } from '../message-rows.ts'
import { counted, type Look } from '../report.ts'
import { readers } from '../value-names.ts'

/** Two templates, and whose message differs. */
export interface Comparison {
  /** File or revision, as its user wrote it. */
  readonly before: string
  readonly after: string
  readonly opened: { readonly before: OpenTemplate; readonly after: OpenTemplate }
  readonly difference: Difference
}

/** A format of `codeword diff`: one file of this folder and one line in index.ts. */
export type DiffFormat = (comparison: Comparison, look: Look) => string

/** How the size of a message changes: `1 segment, 34 of 160 units, GSM-7 → 2 segments, 71 units, UCS-2`. */
export function sizeChange({ before, after }: Change, { opened }: Comparison): string {
  const size = (text: string | undefined): string | undefined =>
    text === undefined || text === '' ? undefined : sizeText(text, opened.after.profile)
  const sizes = [size(before?.text), size(after?.text)]
  if (sizes[0] === sizes[1]) return `${sizes[0] ?? 'nothing'}, as before`
  return sizes.map((each) => each ?? 'nothing').join(' → ')
}

/** More changes than this are counted: who wants all of them asks a program. */
export const mostChanges = 40

/** Who gets another message: `Dutch (nl) and German (de), where message_type is voice`. */
export function whose(change: Change, difference: Difference): string {
  const who = readers(change, difference)
  return change.realistic.length > 0 ? who : `${who} (no client is known to send this)`
}

/** One sentence: how many messages change, for how many segments more, and how sure that is. */
export function verdict({ difference, opened }: Comparison): string {
  const { changes, complete } = difference
  const sure = complete ? certainty(difference) : doubt(difference)
  if (changes.length === 0)
    return `${complete ? 'No message changes' : 'No change was found'} (${sure}).`
  if (difference.by === 'text')
    return `${textsIn(changes)}, in more messages than can be listed (${sure}).`
  const more = opened.after.profile.channel === 'email' ? 0 : costlier(changes)
  const costs = more === 0 ? '' : `, ${more} of them with more segments`
  return `${changesOf(changes.length, 'message')}${costs} (${sure}).`
}

function certainty({ method, domain, variable, tried }: Difference): string {
  if (method === 'search') return `each of the ${counted(tried, 'value')} was rendered`
  const noun = variable === 'request_language' ? 'header' : variable
  return `proved for ${
    {
      tag: `every language tag as ${noun}`,
      real: `every ${noun} that real clients send`,
      header: `every ${noun}`,
      any: `every text as ${noun}`,
    }[domain]
  }`
}

const changesOf = (n: number, noun: string): string =>
  `${counted(n, noun)} ${n === 1 ? 'changes' : 'change'}`

function textsIn(changes: readonly Change[]): string {
  const texts = changes.filter(({ part }) => part).length
  if (texts === 0) return 'The order of texts changes'
  return changesOf(texts, 'text') + (texts < changes.length ? ' and the order of others' : '')
}

const doubt = ({ tried, open }: Difference): string =>
  `searched ${counted(tried, 'value')}, not proved${open === undefined ? '' : `: ${open}`}`

const costlier = (changes: readonly Change[]): number =>
  changes.filter(
    ({ before, after }) =>
      segment(after?.text ?? '').segments > segment(before?.text ?? '').segments && before?.text,
  ).length
