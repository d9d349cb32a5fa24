import { type Formula, not } from './formula.ts'

/** What a search has assumed and concluded so far. */
export interface Assignment {
  /** The conjuncts of a node; undefined for an atom. */
  readonly partsOf: (node: number) => readonly Formula[] | undefined
  /** 1 true, -1 false, 0 open. */
  readonly value: (literal: Formula) => number
  /** How many assumptions were made when the node got its value. */
  readonly level: (node: number) => number
}

/**
 * What is needed to make all roots true, and no more, so that a model is a small set of atoms.
 * @param roots formulas that are true already
 * @returns a literal to try next, or the atoms that justify all roots, as literals
 */
export function justify(
  roots: readonly Formula[],
  assignment: Assignment,
): Formula | readonly Formula[] {
  const atoms: Formula[] = []
  const seen = new Set<number>()
  const stack: Formula[] = [...roots]
  while (stack.length > 0) {
    const literal = stack.pop()!
    const node = literal >> 1
    if (seen.has(node)) continue
    seen.add(node)
    const parts = assignment.partsOf(node)
    if (!parts) {
      atoms.push(literal)
    } else if (literal % 2 === 0) {
      stack.push(...parts)
    } else {
      const cause = causeOf(parts, seen, assignment)
      if (cause === undefined) return not(parts.find((part) => assignment.value(part) === 0)!)
      stack.push(not(cause))
    }
  }
  return atoms
}

/** A false part of a false conjunction, one that is needed anyway if possible. */
function causeOf(
  parts: readonly Formula[],
  seen: ReadonlySet<number>,
  { value, level }: Assignment,
): Formula | undefined {
  let cause: Formula | undefined
  for (const part of parts) {
    if (value(part) >= 0) continue
    if (seen.has(part >> 1)) return part
    if (cause === undefined || level(part >> 1) < level(cause >> 1)) cause = part
  }
  return cause
}
