import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Machine, run } from '../automata/machine.ts'
import { Undecided } from './operator.ts'

/** The inverse image under a map that puts a word of classes in the place of each class. */
export function letterwise(target: Machine, words: readonly (readonly number[])[]): Machine {
  const ids = new Map<string, number>()
  const samples: (readonly number[])[] = []
  const columns = Uint16Array.from(words, (word) => {
    const key = word.map((class_) => target.columns[class_]).join()
    let id = ids.get(key)
    if (id === undefined) {
      id = samples.length
      ids.set(key, id)
      samples.push(word)
    }
    return id
  })
  const count = target.labels.length
  const width = samples.length
  const next = new Int32Array(count * width)
  for (let s = 0; s < count; s++)
    for (let c = 0; c < width; c++) next[s * width + c] = run(target, samples[c]!, s)
  return { start: target.start, columns, width, next, labels: target.labels }
}

/** Lower case by letters: σ is ς at the end of a word, so a template that tells them apart is not decided. */
export function lowerByLetter(alphabet: Alphabet): Alphabet['lower'] {
  if (alphabet.lowersByLetter) return alphabet.lower
  throw new Undecided('the lower case of Σ depends on its place in the word')
}
