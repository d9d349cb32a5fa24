import type { OpenTemplate } from '../../check/open-template.ts'
import type { Change, Difference } from '../../decide/compare.ts'
import { segment } from '../../sms/segment.ts'
import { sizeText } from '../message-rows.ts'
import { counted, type Look } from '../report.ts'

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

/** One sentence: how many messages change, for how many segments more, and how sure that is. */
export function verdict({ difference, opened }: Comparison): string {
  const { changes, complete, method, tried } = difference
  const sure = complete
    ? 'proved'
    : method === 'search'
      ? `searched ${counted(tried, 'value')}, not proved`
      : 'there may be more'
  if (changes.length === 0) return `No message changes (${sure}).`
  const more = opened.after.profile.channel === 'email' ? 0 : costlier(changes)
  const costs = more === 0 ? '' : `, ${more} of them with more segments`
  return `${counted(changes.length, 'message')} ${changes.length === 1 ? 'changes' : 'change'}${costs} (${sure}).`
}

const costlier = (changes: readonly Change[]): number =>
  changes.filter(
    ({ before, after }) =>
      segment(after?.text ?? '').segments > segment(before?.text ?? '').segments && before?.text,
  ).length
