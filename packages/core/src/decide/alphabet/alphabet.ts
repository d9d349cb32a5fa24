import { type Cased, casedCharacters, isInvisible, isSpace } from './characters.ts'

/**
 * Unicode cut into finitely many classes such that every question about one template treats all
 * characters of a class alike. The classes are closed under case mapping: the lower (upper) case of a
 * character is a word over classes that depends on its class only.
 */
export interface Alphabet {
  readonly size: number
  /** The first so many classes, ASCII but its controls, are the same in all alphabets. */
  readonly shared: number
  readonly classOf: (codePoint: number) => number
  /** A character of each class that people can read where one exists. */
  readonly samples: readonly string[]
  readonly lower: readonly (readonly number[])[]
  readonly upper: readonly (readonly number[])[]
  /** UTF-16 units of a character: 1 or 2. */
  readonly units: readonly number[]
  /** What `trim` removes and `\s` matches. */
  readonly space: readonly boolean[]
  readonly invisible: readonly boolean[]
  /** Half of a character beyond the BMP, as `first` cuts it out; no domain contains it. */
  readonly loneSurrogate: number
  /** False where constants tell σ from ς: `toLowerCase` then depends on neighbours, not on letters. */
  readonly lowersByLetter: boolean
}

const range = (first: string, last: string): string =>
  String.fromCodePoint(
    ...upFrom(first.codePointAt(0)!, last.codePointAt(0)! - first.codePointAt(0)! + 1),
  )

const upFrom = (point: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => point + i)

/**
 * Printable ASCII and the usual white space stand alone, so that domains are built once for all
 * templates; what reads best comes first, and so into witnesses.
 */
const basePoints: readonly number[] = Array.from(
  new Set(`${range('a', 'z')}${range('A', 'Z')}${range('0', '9')}-_,;=.* ${range('!', '~')}\t\n\r`),
  (character) => character.codePointAt(0)!,
)

/** Characters without case that stand for the rest of their kind: letters, emoji, spaces, unseen ones. */
const uncased: readonly (readonly number[])[] = [
  upFrom(0x4e2d, 256),
  upFrom(0x1f600, 64),
  upFrom(0x2000, 11),
  upFrom(0x200b, 5),
  upFrom(0xe0020, 64),
]

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

const known = new Map<string, Alphabet>()

/**
 * The alphabet for a template.
 * @param constants every text that the template compares with, splits at, puts in or takes out
 */
export function alphabetFor(constants: Iterable<string>): Alphabet {
  const extra = new Set<number>()
  for (const text of constants)
    for (const character of text) if (character > '~') extra.add(character.codePointAt(0)!)
  const points = [...extra].sort((a, b) => a - b)
  const key = points.join()
  const found = known.get(key)
  if (found) return found
  if (known.size > 64) known.clear()
  const built = build(points)
  known.set(key, built)
  return built
}

/** The classes of the characters of a text, in order. */
export const classesOf = (alphabet: Alphabet, text: string): number[] =>
  Array.from(text, (character) => alphabet.classOf(character.codePointAt(0)!))

/** A readable text whose characters have these classes. */
export const textOfClasses = (alphabet: Alphabet, classes: Iterable<number>): string =>
  Array.from(classes, (c) => alphabet.samples[c]!).join('')

function build(extra: readonly number[]): Alphabet {
  const singles = [...basePoints, ...extra]
  const ids = new Map<number, number>(singles.map((point, i) => [point, i]))
  const kinds = new Map<string, number>()
  const kindOf = (point: number): number => {
    const key = `${point > 0xffff ? 2 : 1}${isSpace(point) ? 's' : ''}${isInvisible(point) ? 'i' : ''}`
    let id = kinds.get(key)
    if (id === undefined) {
      id = singles.length + kinds.size
      kinds.set(key, id)
    }
    return id
  }
  const others = uncased
    .map((range) => range.find((point) => !ids.has(point)))
    .filter((p) => p !== undefined)
  for (const range of uncased) kindOf(range[0]!)
  const rest = casedCharacters().filter(({ point }) => !ids.has(point))
  const classOf = (point: number): number => ids.get(point) ?? kindOf(point)
  for (const { point } of rest) ids.set(point, kindOf(point))
  refine(rest, ids, classOf, singles.length + kinds.size)

  const members = new Map<number, number>()
  for (const point of [...singles, ...others, ...rest.map((cased) => cased.point)]) {
    const id = classOf(point)
    if (!members.has(id)) members.set(id, point)
  }
  // A kind whose every character is a constant has no member left; a lone surrogate stands for it.
  const size = Math.max(...members.keys(), ...kinds.values()) + 1
  const points = Array.from({ length: size }, (_, id) => members.get(id) ?? 0xd800)
  const text = points.map((point) => String.fromCodePoint(point))
  const words = (map: (character: string) => string): number[][] =>
    text.map((character) =>
      Array.from(map(character), (c) =>
        isSurrogate(c.codePointAt(0)!) ? size : classOf(c.codePointAt(0)!),
      ),
    )
  const lone = size
  return {
    size: lone + 1,
    shared: basePoints.length,
    classOf: (point) => (isSurrogate(point) ? lone : classOf(point)),
    samples: [...text, '\ud800'],
    lower: [...words((c) => c.toLowerCase()), [lone]],
    upper: [...words((c) => c.toUpperCase()), [lone]],
    units: [...points.map((point) => (point > 0xffff ? 2 : 1)), 1],
    space: [...points.map(isSpace), false],
    invisible: [...points.map(isInvisible), true],
    loneSurrogate: lone,
    lowersByLetter: classOf(0x3c3) === classOf(0x3c2),
  }
}

/** Splits classes until all members of one have the same case mappings, class for class. */
function refine(
  cased: readonly Cased[],
  ids: Map<number, number>,
  classOf: (point: number) => number,
  first: number,
): void {
  const signatureOf = (mapped: Cased['lower']): number | string =>
    typeof mapped === 'number' ? classOf(mapped) : mapped.map(classOf).join()
  let count = 0
  for (;;) {
    const signatures = new Map<number | string, number>()
    const next = cased.map(({ point, lower, upper }) => {
      const id = ids.get(point)!
      const [below, above] = [signatureOf(lower), signatureOf(upper)]
      // Mostly a character is mapped to one other.
      const key =
        typeof below === 'number' && typeof above === 'number'
          ? (id * 0x10000 + below) * 0x10000 + above
          : `${id}|${below}|${above}`
      let known = signatures.get(key)
      if (known === undefined) {
        known = signatures.size
        signatures.set(key, known)
      }
      return known
    })
    for (const [i, { point }] of cased.entries()) ids.set(point, first + next[i]!)
    if (signatures.size === count) return
    count = signatures.size
  }
}
