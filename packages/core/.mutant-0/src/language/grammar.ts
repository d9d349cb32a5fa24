/**
 * A regular language as data, so that one statement of it is recognised here and made into an
 * automaton elsewhere. A string stands for itself, letter case included.
 */
export type Grammar = string | Words | Chars | Sequence | Choice | Repeat

/** Any one of a list of different texts. */
export interface Words {
  readonly type: 'words'
  readonly words: readonly string[]
}

/** One character out of ranges of code points, both ends included. */
export interface Chars {
  readonly type: 'chars'
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

export interface Sequence {
  readonly type: 'sequence'
  readonly parts: readonly Grammar[]
}

export interface Choice {
  readonly type: 'choice'
  readonly options: readonly Grammar[]
}

/** `body` at least `min` and at most `max` times; `max` may be Infinity. */
export interface Repeat {
  readonly type: 'repeat'
  readonly body: Grammar
  readonly min: number
  readonly max: number
}

export const words = (list: Iterable<string>): Words => ({
  type: 'words',
  words: [...new Set(list)],
})

/** The characters of a list like `a-z0-9_`; a `-` that joins no two characters stands for itself. */
export function chars(list: string): Chars {
  const points = Array.from(list, (character) => character.codePointAt(0)!)
  const ranges: [number, number][] = []
  for (let i = 0; i < points.length; i++) {
    const first = points[i]!
    const joined = points[i + 1] === 0x2d && i + 2 < points.length
    if (joined) i += 2
    ranges.push([first, points[i]!])
  }
  return { type: 'chars', ranges }
}

export const sequence = (...parts: readonly Grammar[]): Sequence => ({ type: 'sequence', parts })

export const choice = (...options: readonly Grammar[]): Choice => ({ type: 'choice', options })

export const repeat = (min: number, max: number, ...parts: readonly Grammar[]): Repeat => ({
  type: 'repeat',
  body: sequence(...parts),
  min,
  max,
})

export const many = (...parts: readonly Grammar[]): Repeat => repeat(0, Infinity, ...parts)

export const optional = (...parts: readonly Grammar[]): Repeat => repeat(0, 1, ...parts)

/** ASCII text with each letter in either case, as ABNF reads quoted strings. */
export const anyCase = (text: string): Sequence =>
  sequence(
    ...[...text].map((c) => (/[a-z]/i.test(c) ? chars(c.toLowerCase() + c.toUpperCase()) : c)),
  )
