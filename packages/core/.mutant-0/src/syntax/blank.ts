/**
 * LiquidJS's own class of blanks (`BLANK` in its `src/util/character.ts`): JavaScript's `\s` with
 * U+180E and without U+FEFF. Whitespace control removes exactly these.
 */
const farBlanks: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x180e, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
  0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
])

/** Whether LiquidJS takes a UTF-16 unit for a blank. */
export const isBlank = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 160 && farBlanks.has(unit))

/** The offset of the first character of `start..end` that is no blank, or `end`. */
export const skipBlanks = (source: string, start: number, end: number): number => {
  let at = start
  while (at < end && isBlank(source.charCodeAt(at))) at++
  return at
}

/** The offset after the last character of `start..end` that is no blank, or `start`. */
export const trimBlanks = (source: string, start: number, end: number): number => {
  let at = end
  while (at > start && isBlank(source.charCodeAt(at - 1))) at--
  return at
}
