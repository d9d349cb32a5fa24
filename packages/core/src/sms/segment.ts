import type { Span } from '../text/span.ts'
import { septetsOf } from './gsm7.ts'

export type Encoding = 'GSM-7' | 'UCS-2'

/** What one text costs as SMS. */
export interface Segmentation {
  readonly encoding: Encoding
  /** Septets in GSM-7, UTF-16 units in UCS-2. */
  readonly units: number
  /** How many messages the operator sends and bills: as many as there are parts. */
  readonly segments: number
  /** The text of each segment, in order: together they are the whole text. */
  readonly parts: readonly Segment[]
}

/** `start..end` of the text is sent as one message of so many `units` (as in `Segmentation`). */
export interface Segment extends Span {
  readonly text: string
  readonly units: number
}

/**
 * The longest body that Twilio takes, in UTF-16 units: its page says characters, of which an emoji may be
 * several (https://www.twilio.com/docs/api/errors/21617).
 */
export const bodyLimit = 1600

/**
 * 140 octets, of which a concatenated message gives 6 to its header: 3GPP TS 23.040 §9.2.3.24.1.
 * The national tables of TS 23.038 are left out: Twilio sends whatever GSM-7 lacks as UCS-2
 * (https://www.twilio.com/docs/glossary/what-is-ucs-2-character-encoding).
 */
export const capacity: Readonly<Record<Encoding, { single: number; concatenated: number }>> = {
  'GSM-7': { single: 160, concatenated: 153 },
  'UCS-2': { single: 70, concatenated: 67 },
}

/**
 * Cuts a text into the messages that carry it, each as full as can be.
 *
 * Neither a GSM-7 escape and its character nor the two halves of a surrogate pair are parted
 * (3GPP TS 23.040 §9.2.3.24.1). The empty text has no segments, for Twilio sends no empty body
 * (https://www.twilio.com/docs/api/errors/21602). A text beyond `bodyLimit` is cut nevertheless, so that
 * no limit on segments takes it for a short one. Takes any string, lone surrogates included, and linear
 * time.
 */
export function segment(text: string): Segmentation {
  const septets = septetCount(text)
  const encoding = septets === undefined ? 'UCS-2' : 'GSM-7'
  const units = septets ?? text.length
  const parts = units <= capacity[encoding].single ? whole(text, units) : cut(text, encoding)
  return { encoding, units, segments: parts.length, parts }
}

/** The septets of a text, or undefined where GSM-7 cannot carry it. */
function septetCount(text: string): number | undefined {
  let total = 0
  for (let i = 0; i < text.length; i++) {
    const septets = septetsOf(text.charCodeAt(i))
    if (septets === 0) return undefined
    total += septets
  }
  return total
}

function whole(text: string, units: number): Segment[] {
  return text === '' ? [] : [{ text, start: 0, end: text.length, units }]
}

function cut(text: string, encoding: Encoding): Segment[] {
  const next = encoding === 'GSM-7' ? nextInGsm7 : nextInUcs2
  const parts: Segment[] = []
  for (let start = 0; start < text.length; start = parts.at(-1)!.end) parts.push(next(text, start))
  return parts
}

function nextInGsm7(text: string, start: number): Segment {
  let units = 0
  let end = start
  while (end < text.length) {
    const septets = septetsOf(text.charCodeAt(end))
    if (units + septets > capacity['GSM-7'].concatenated) break
    units += septets
    end++
  }
  return { text: text.slice(start, end), start, end, units }
}

function nextInUcs2(text: string, start: number): Segment {
  const full = start + capacity['UCS-2'].concatenated
  // A code point above U+FFFF here is a pair whose second half would not fit.
  const end = text.codePointAt(full - 1)! > 0xffff ? full - 1 : Math.min(full, text.length)
  return { text: text.slice(start, end), start, end, units: end - start }
}
