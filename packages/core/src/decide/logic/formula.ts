import type { Span } from '../../text/span.ts'
import { type Chain, identity } from './chain.ts'
import type { Predicate } from './predicate.ts'

/** One fact about the inputs of a template. */
export type Atom =
  /** The filtered language value is in a set; a missing value is where `onNil` says so. */
  | {
      readonly kind: 'text'
      readonly chain: Chain
      readonly predicate: Predicate
      readonly onNil: boolean
    }
  | { readonly kind: 'nil' }
  /** Another input has one of the values that its schema lists. */
  | { readonly kind: 'input'; readonly path: string; readonly value: unknown }
  /** What cannot be decided: either may hold. */
  | { readonly kind: 'unknown'; readonly key: string; readonly reason: string; readonly span: Span }

/**
 * A formula: twice the number of its node, plus one if negated. Nodes are shared: equal formulas
 * have equal numbers.
 */
export type Formula = number

export const yes: Formula = 0
export const no: Formula = 1

export const not = (formula: Formula): Formula => formula ^ 1

/** All formulas about one template. A node is an atom or the conjunction of its parts; node 0 is true. */
export class Formulas {
  readonly atoms: (Atom | undefined)[] = [undefined]
  readonly parts: (readonly Formula[] | undefined)[] = [[]]
  readonly #known = new Map<string, Formula>()

  get size(): number {
    return this.parts.length
  }

  atom(atom: Atom): Formula {
    return this.#intern(atomKey(atom), atom, undefined)
  }

  /** The filtered language value is in a set; false where the value is missing. */
  text(chain: Chain, predicate: Predicate): Formula {
    return this.atom({ kind: 'text', chain, predicate, onNil: false })
  }

  /** The language value itself, missing or not, is in a set of which a missing value is part. */
  within(predicate: Predicate): Formula {
    return this.atom({ kind: 'text', chain: identity, predicate, onNil: true })
  }

  and(...formulas: readonly Formula[]): Formula {
    const parts = new Set<Formula>()
    for (const formula of formulas) {
      if (formula === yes) continue
      if (formula === no || parts.has(not(formula))) return no
      parts.add(formula)
    }
    if (parts.size === 0) return yes
    if (parts.size === 1) return formulas.find((formula) => formula !== yes)!
    const sorted = [...parts].sort((a, b) => a - b)
    return this.#intern(`&${sorted.join()}`, undefined, sorted)
  }

  or(...formulas: readonly Formula[]): Formula {
    return not(this.and(...formulas.map(not)))
  }

  same(a: Formula, b: Formula): Formula {
    return this.and(this.or(a, not(b)), this.or(not(a), b))
  }

  /** Every text that some atom compares with, splits at or puts in. */
  *constants(): Generator<string> {
    for (const atom of this.atoms)
      if (atom?.kind === 'text') {
        yield* atom.predicate.constants
        for (const operator of atom.chain.operators) yield* operator.constants
      }
  }

  #intern(key: string, atom: Atom | undefined, parts: readonly Formula[] | undefined): Formula {
    let formula = this.#known.get(key)
    if (formula === undefined) {
      formula = this.parts.length * 2
      this.atoms.push(atom)
      this.parts.push(parts)
      this.#known.set(key, formula)
    }
    return formula
  }
}

function atomKey(atom: Atom): string {
  switch (atom.kind) {
    case 'text':
      return `${atom.onNil ? '?' : '='}${atom.predicate.key} of ${atom.chain.key}`
    case 'nil':
      return 'nil'
    case 'input':
      return `${atom.path} is ${JSON.stringify(atom.value)}`
    case 'unknown':
      return `unknown ${atom.key}`
  }
}
