import { type Alphabet, classesOf } from '../alphabet/alphabet.ts'
import { type Columns, explore, groupClasses, type Machine } from './machine.ts'
import { minimise } from './minimise.ts'

/** Classes by what tells them apart for a set of words: each class of a word alone, the rest together. */
export function columnsFor(alphabet: Alphabet, words: readonly (readonly number[])[]): Columns {
  const own = new Map<number, number>()
  for (const word of words)
    for (const class_ of word) if (!own.has(class_)) own.set(class_, own.size + 1)
  return groupClasses(alphabet.size, [(class_) => own.get(class_) ?? 0])
}

interface Trie {
  readonly children: readonly Map<number, number>[]
  /** The word that ends at each node, or -1. */
  readonly ends: readonly number[]
}

export function trieOf(words: readonly (readonly number[])[]): Trie {
  const children: Map<number, number>[] = [new Map()]
  const ends: number[] = [-1]
  words.forEach((word, index) => {
    let at = 0
    for (const class_ of word) {
      let to = children[at]!.get(class_)
      if (to === undefined) {
        to = children.length
        children.push(new Map())
        ends.push(-1)
        children[at]!.set(class_, to)
      }
      at = to
    }
    ends[at] = index
  })
  return { children, ends }
}

/** Label i + 1 for the i-th of the texts, which are distinct, and 0 for every other word. */
export function whichOf(alphabet: Alphabet, texts: readonly string[]): Machine {
  const words = texts.map((text) => classesOf(alphabet, text))
  const { children, ends } = trieOf(words)
  return minimise(
    explore<number>(columnsFor(alphabet, words), {
      start: 0,
      key: (node) => node,
      step: (node, class_) => (node < 0 ? -1 : (children[node]!.get(class_) ?? -1)),
      label: (node) => (node < 0 ? 0 : ends[node]! + 1),
    }),
  )
}

/** Where the longest border of each prefix of a word ends (Knuth, Morris and Pratt). */
export function borders(word: readonly number[]): number[] {
  const border = [0, 0]
  for (let i = 1, k = 0; i < word.length; i++) {
    while (k > 0 && word[k] !== word[i]) k = border[k]!
    if (word[k] === word[i]) k++
    border[i + 1] = k
  }
  return border
}

/** The words that contain the text. */
export function containing(alphabet: Alphabet, text: string): Machine {
  const word = classesOf(alphabet, text)
  const border = borders(word)
  return minimise(
    explore<number>(columnsFor(alphabet, [word]), {
      start: 0,
      key: (matched) => matched,
      step: (matched, class_) => {
        if (matched === word.length) return matched
        let k = matched
        while (k > 0 && word[k] !== class_) k = border[k]!
        return word[k] === class_ ? k + 1 : k
      },
      label: (matched) => (matched === word.length ? 1 : 0),
    }),
  )
}
