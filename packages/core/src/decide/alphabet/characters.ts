/** White space of ECMAScript: what `trim` removes is what `\s` matches (ECMA-262, WhiteSpace and LineTerminator). */
export const isSpace = (point: number): boolean => /\s/.test(String.fromCodePoint(point))

const unseen = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u

/** White space, controls, format characters and fillers: nothing that a reader sees. */
export const isInvisible = (point: number): boolean => unseen.test(String.fromCodePoint(point))

let cased: readonly number[] | undefined

/** Every code point that changes under `toLowerCase` or `toUpperCase`. None stands beyond plane 1. */
export function casedPoints(): readonly number[] {
  if (cased) return cased
  const found: number[] = []
  for (let block = 0; block < 0x20000; block += 0x1000) {
    if (block === 0xd000) continue
    const text = String.fromCodePoint(...Array.from({ length: 0x1000 }, (_, i) => block + i))
    for (const [character] of text.matchAll(/\p{Changes_When_Casemapped}/gu))
      found.push(character.codePointAt(0)!)
  }
  cased = found
  return found
}
