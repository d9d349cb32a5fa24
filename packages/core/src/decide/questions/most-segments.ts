import { capacity, segment } from '../../sms/segment.ts'
import type { Witness } from '../analysis.ts'
import { domainOf } from '../domains/domains.ts'
import { no } from '../logic/formula.ts'
import { type Judge, occurs, renderEntry, witnessOf } from './judge.ts'
import { knownText, structuralMost, sumBeyond } from './lengths.ts'
import { longestMessage } from './longest.ts'
import type { Table } from './outcomes.ts'

/** The most segments that a message takes; if not `proved`, another may take more. */
export interface MostSegments {
  readonly most: number
  readonly proved: boolean
  /** Takes so many. */
  readonly witness: Witness
}

/** No vendor takes a message of more: 1,600 characters in UCS-2 are 24. */
const mostAsked = 24

/**
 * The largest number of segments over all values: the table shows it where it is complete. Else it is asked,
 * time and again, whether some message takes more than the longest known.
 * @param refused whether some message is too long to be sent: then nobody asks how much longer others are
 */
export function mostSegments(judge: Judge, table: Table, refused: boolean): MostSegments {
  let longest = longestKnown(judge, table)
  if (table.complete) return { ...longest, proved: true }
  if (refused) return { ...longest, proved: false }
  const texts = judge.pieces.list.map(({ value }) => knownText(judge, value))
  if (!texts.every((text) => text !== undefined)) return { ...longest, proved: false }
  while (longest.most <= mostAsked) {
    const verdict = takesMore(judge, texts, longest.most)
    if (verdict.kind === 'never') return { ...longest, proved: true }
    if (verdict.kind === 'open') break
    longest = {
      most: segment(verdict.rendered.text).segments,
      witness: witnessOf(judge, verdict.entry, verdict.rendered),
    }
  }
  return { ...longest, proved: false }
}

type Longest = Pick<MostSegments, 'most' | 'witness'>

function longestKnown(judge: Judge, { outcomes }: Table): Longest {
  const { profile } = judge.question
  const found = outcomes.map(
    ({ rendered: { text }, value }): Longest => ({
      most: segment(text).segments,
      witness: { variable: profile.languageVariable, value, text, domain: domainOf(value) },
    }),
  )
  const lengths = judge.pieces.list.map(({ value }) => knownText(judge, value)?.length ?? 0)
  const entry = longestMessage(judge, lengths, judge.domain)
  const rendered = entry && renderEntry(judge, entry)
  if (rendered)
    found.push({
      most: segment(rendered.text).segments,
      witness: witnessOf(judge, entry, rendered),
    })
  const nothing = {
    variable: profile.languageVariable,
    value: null,
    text: '',
    domain: 'tag',
  } as const
  return found.reduce<Longest>((a, b) => (b.most > a.most ? b : a), { most: 0, witness: nothing })
}

/** Whether a message made of these pieces takes more than `count` segments for some value. */
function takesMore(
  judge: Judge,
  texts: readonly string[],
  count: number,
): ReturnType<typeof occurs> {
  const { formulas, list } = judge.pieces
  const units = texts.map((text) => text.length)
  // GSM-7 parts no escape from its character, UCS-2 no surrogates: all but the last may be one short.
  const room = (encoding: 'GSM-7' | 'UCS-2'): number =>
    count === 0
      ? 0
      : count === 1
        ? capacity[encoding].single
        : capacity[encoding].concatenated * count - (count - 1)
  const measured = texts.map((text) => segment(text))
  const septets = measured.map((one, i) => (one.encoding === 'GSM-7' ? one.units : units[i]!))
  const wide = list.flatMap(({ when }, i) => (measured[i]!.encoding === 'UCS-2' ? [when] : []))
  const beyond = (lengths: readonly number[], most: number): number =>
    structuralMost(judge, lengths) <= most ? no : sumBeyond(judge, lengths, most)
  const when = formulas.or(
    beyond(septets, room('GSM-7')),
    formulas.and(formulas.or(...wide), beyond(units, room('UCS-2'))),
  )
  if (when === no) return { kind: 'never' }
  const shows = ({ text }: { readonly text: string }): boolean => segment(text).segments > count
  return occurs(judge, { when, shows }, judge.domain)
}
