import { lazy } from '../text/lazy.ts'
import type { Span } from '../text/span.ts'
import { septetsOf } from './gsm7.ts'
import { lookAlike } from './look-alike.ts'

/** `start..end` of the text is `character`: one character as people see it, of one or more code points. */
export interface CharacterAt extends Span {
  readonly character: string
}

export interface Ucs2Character extends CharacterAt {
  /** The GSM-7 text to write instead, where one exists; the empty text where nobody would miss it. */
  readonly lookAlike?: string
}

const pictograph = String.raw`\p{ExtPict}[\p{M}\p{EMod}\u{E0020}-\u{E007F}]*`

/**
 * A flag, an emoji with all that is joined to it, a base with its marks, or any code point. This is a
 * linear-time approximation of the grapheme clusters of UAX #29 that leaves stray joiners on their own,
 * so that they can be named and removed.
 */
const character = lazy(
  () =>
    new RegExp(String.raw`\p{RI}{2}|${pictograph}(?:\u200d${pictograph})*|\P{M}\p{M}+|.`, 'suy'),
)

/**
 * Each occurrence of a character that makes the whole text UCS-2, in order. A letter whose combining mark
 * is to blame stands there whole: `é` written as two code points has the look-alike `é` written as one.
 */
export function ucs2Characters(text: string): Ucs2Character[] {
  const found: Ucs2Character[] = []
  for (let i = 0; i < text.length; ) {
    if (septetsOf(text.charCodeAt(i)) > 0) {
      i++
      continue
    }
    const base = i > (found.at(-1)?.end ?? 0) && /\p{M}/u.test(codePointFrom(text, i)) ? i - 1 : i
    const at = characterAt(text, base)
    const instead = lookAlike(at.character)
    found.push(instead === undefined ? at : { ...at, lookAlike: instead })
    i = at.end
  }
  return found
}

function codePointFrom(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset)!)
}

function characterAt(text: string, start: number): CharacterAt {
  const pattern = character()
  pattern.lastIndex = start
  const [found] = pattern.exec(text)!
  return { character: found, start, end: start + found.length }
}
