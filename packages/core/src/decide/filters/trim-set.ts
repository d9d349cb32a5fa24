import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Columns, groupClasses, type Machine } from '../automata/machine.ts'

/** Which classes `strip` and its kin remove: white space, or the characters of their argument. */
export function trimSet(
  alphabet: Alphabet,
  characters: string | undefined,
): (class_: number) => boolean {
  if (characters === undefined) return (class_) => alphabet.space[class_]!
  const set = new Set(Array.from(characters, (c) => alphabet.classOf(c.codePointAt(0)!)))
  return (class_) => set.has(class_)
}

export const trimColumns = (target: Machine, trimmed: (class_: number) => boolean): Columns =>
  groupClasses(target.columns.length, [(c) => target.columns[c]!, (c) => Number(trimmed(c))])
