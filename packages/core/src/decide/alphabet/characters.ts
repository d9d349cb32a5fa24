import { lazy } from '../../text/lazy.ts'

/** White space of ECMAScript: what `trim` removes is what `\s` matches (ECMA-262, WhiteSpace and LineTerminator). */
export const isSpace = (point: number): boolean => /\s/.test(String.fromCodePoint(point))

/** White space, controls, format characters and fillers: nothing that a reader sees. */
export const isInvisible = (point: number): boolean =>
  /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(point))

/** A character with case, its own lower or upper case another text. */
export interface Cased {
  readonly point: number
  /** The code point of its lower case, or all of them where they are several. */
  readonly lower: number | readonly number[]
  readonly upper: number | readonly number[]
}

/**
 * Where characters with case stand: neither among East Asian characters nor in the planes beyond
 * the first two. A test compares with all of Unicode.
 */
const regions: readonly (readonly [first: number, end: number])[] = [
  [0, 0x3000],
  [0xa000, 0xac00],
  [0xf800, 0x11a00],
  [0x16000, 0x17000],
  [0x1d000, 0x1f000],
]

/** Every character that changes under `toLowerCase` or `toUpperCase`. */
export const casedCharacters: () => readonly Cased[] = lazy(() => {
  let text = ''
  for (const [first, end] of regions)
    for (let block = first; block < end; block += 0x400)
      text += String.fromCodePoint(...Array.from({ length: 0x400 }, (_, i) => block + i))
  return (text.match(/\p{Changes_When_Casemapped}/gu) ?? []).map((character) => ({
    point: character.codePointAt(0)!,
    lower: pointsOf(character.toLowerCase()),
    upper: pointsOf(character.toUpperCase()),
  }))
})

function pointsOf(text: string): number | readonly number[] {
  const first = text.codePointAt(0)!
  return text.length === (first > 0xffff ? 2 : 1)
    ? first
    : Array.from(text, (character) => character.codePointAt(0)!)
}
