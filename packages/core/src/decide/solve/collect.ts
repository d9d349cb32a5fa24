import { type Alphabet, classesOf, textOfClasses } from '../alphabet/alphabet.ts'
import type { Demand } from '../automata/search.ts'
import type { Formula, Formulas } from '../symbolic/formula.ts'

export function collectNeedles(
  _formulas: Formulas,
  _alphabet: Alphabet,
  _texts: readonly Formula[],
  _demandOf: (literal: Formula) => Demand,
  _deadline: number,
): { word: string } | { core: Formula[] } | undefined {
  return undefined
}
void classesOf
void textOfClasses
