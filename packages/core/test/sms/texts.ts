import fc from 'fast-check'
import { gsm7 } from './standard.ts'

const letters = Array.from('Acme: your code is 123456. ')
const basic = [...gsm7].flatMap(([character, septets]) => (septets.length === 1 ? [character] : []))
const extension = [...gsm7].flatMap(([character, { length }]) => (length === 2 ? [character] : []))
const bmp = Array.from('çćıłşžабвгдежклмноαβγδאבגדהابتثجあいう你好世界안녕—…’“`\t\u00a0')
const emoji = ['😀', '🎉', '🔑', '𝒳', '𠮷']
const joined = ['👨‍👩‍👧', '🏳️‍🌈', '🇳🇱', '🇫🇷', '👍🏽', '❤️', '1️⃣', '👩🏽‍💻']
const combining = ['e\u0301', 'a\u0302', 'n\u0303\u0323', 'o\u0308', '\u0301']
const brahmic = ['क्ष', 'नि', 'त्र', 'ที่', 'น้ำ', 'ก', 'ि', '\u200d']
const surrogates = ['\ud83d', '\ude00', '\udfff', '\ud800']

/** What the texts of each class are made of. */
export const classes = {
  basic,
  extension,
  gsm7: [...basic, ...extension],
  bmp: [...letters, ...bmp],
  emoji: [...letters, ...emoji],
  joined: [...letters, ...joined],
  combining: [...letters, ...combining],
  brahmic: [...letters, ...brahmic],
  crlf: [...letters, '\r\n', '\r', '\n'],
  surrogates: [...letters, ...emoji, ...surrogates],
  mixed: [...basic, ...extension, ...bmp, ...emoji, ...joined, ...combining, ...surrogates, '\r\n'],
} as const satisfies Record<string, readonly string[]>

export type Class = keyof typeof classes

/** Lengths at which one more unit makes one more segment, and one where cutting GSM-7 as UCS-2 would. */
const boundaries = [0, 70, 134, 153, 160, 201, 306, 459]

/** Texts of one class that are within six units of such a length. */
export function textOf(name: Class): fc.Arbitrary<string> {
  return fc
    .record({
      seed: fc.nat(),
      near: fc.constantFrom(...boundaries),
      off: fc.integer({ min: -6, max: 6 }),
    })
    .map(({ seed, near, off }) => fill(classes[name], Math.max(near + off, 0), random(seed)))
}

/** Pieces until the text has `size` units: septets where all of it is GSM-7, else UTF-16 units. */
function fill(pieces: readonly string[], size: number, next: () => number): string {
  let text = ''
  for (let units = 0; units < size; ) {
    const piece = pieces[Math.floor(next() * pieces.length)]!
    text += piece
    units += gsm7.get(piece)?.length ?? piece.length
  }
  return text
}

/** Numbers in 0..1 from a seed: a linear congruential generator. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
