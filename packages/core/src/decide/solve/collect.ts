import { type Alphabet, textOfClasses } from '../alphabet/alphabet.ts'
import { collect } from '../automata/needles.ts'
import type { Demand } from '../automata/search.ts'
import type { Formula, Formulas } from '../logic/formula.ts'

/**
 * Many needles in one value: what a search through all orders of them cannot do.
 * @returns undefined where that, too, would take too much
 */
export function collectNeedles(
  formulas: Formulas,
  alphabet: Alphabet,
  literals: readonly Formula[],
  demandOf: (literal: Formula) => Demand,
): { readonly word: string } | { readonly core: Formula[] } | undefined {
  const needleOf = (literal: Formula): string | undefined => {
    const atom = formulas.atoms[literal >> 1]
    return literal % 2 === 0 && atom?.kind === 'text' && atom.chain.operators.length === 0
      ? atom.predicate.needle
      : undefined
  }
  const needles = [...new Set(literals.flatMap((literal) => needleOf(literal) ?? []))]
  const rest = literals.filter((literal) => needleOf(literal) === undefined)
  const found = collect(alphabet, rest.map(demandOf), needles)
  if (found === 'open') return undefined
  return found ? { word: textOfClasses(alphabet, found) } : { core: [...literals] }
}
