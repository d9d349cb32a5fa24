import { type DomainName, domainNames } from '../../language/domain.ts'
import type { Span } from '../../text/span.ts'
import { type Alphabet, alphabetFor } from '../alphabet/alphabet.ts'
import { TooLarge } from '../automata/machine.ts'
import type { ValueSpace } from '../domains/value-space.ts'
import { Undecided } from '../filters/operator.ts'
import { type Formula, type Formulas, yes } from '../logic/formula.ts'
import { OverBudget, Sat } from '../logic/sat.ts'
import { hasBit } from './bits.ts'
import { type Entry, Pool } from './pool.ts'
import { type TextTheory, textTheory } from './theory.ts'

/** Whether some inputs make a formula true. */
export type Answer =
  /** None do: a proof. */
  | { readonly kind: 'none' }
  /** These do; `sure` unless something unknown has a say. */
  | {
      readonly kind: 'some'
      readonly entry: Entry
      readonly sure: boolean
      readonly because?: Because
    }
  /** It took too much, or something cannot be decided. */
  | { readonly kind: 'open'; readonly because: Because }

export interface Because {
  readonly reason: string
  readonly span?: Span
}

/** The most conflicts that one question may go through. */
const conflictLimit = 4000

interface State {
  /** Formulas that are known to it. */
  readonly size: number
  readonly alphabet: Alphabet
  readonly sat: Sat
  readonly theory: TextTheory
}

/** Asks formulas for inputs that make them true, in named domains or among listed values. */
export class Solver {
  readonly formulas: Formulas
  readonly pool: Pool
  /** Set where the values are listed: then the pool is all there is. */
  readonly #listed: boolean
  readonly #inputs: ReadonlyMap<string, readonly unknown[]>
  readonly #space: ValueSpace
  readonly #deadline: number
  /** What was searched for in a domain before. */
  readonly #answers = new Map<string, Answer>()
  #state: State | undefined

  /**
   * @param values candidates, the most telling first; all there is if `listed`
   * @param deadline milliseconds of `Date.now()`
   */
  constructor(
    formulas: Formulas,
    inputs: ReadonlyMap<string, readonly unknown[]>,
    space: ValueSpace,
    values: readonly (string | null)[],
    listed: boolean,
    deadline: number,
  ) {
    this.formulas = formulas
    this.#listed = listed
    this.#inputs = inputs
    this.#space = space
    this.#deadline = deadline
    this.pool = new Pool(formulas)
    const candidates = values.map((value) => ({ value, domain: space.domainOf(value) }))
    for (const combination of combinations(inputs, listed))
      for (const candidate of candidates) this.pool.add({ ...candidate, inputs: combination })
  }

  /** Whether a formula holds for some value in a domain. */
  find(formula: Formula, domain: DomainName): Answer {
    const entry = this.pool.find(formula, domain)
    if (entry) return { kind: 'some', entry, sure: true }
    if (this.#listed) return this.#enumerate(formula)
    const key = `${formula} ${domain}`
    const before = this.#answers.get(key)
    if (before) return before
    if (Date.now() > this.#deadline) return { kind: 'open', because: outOfTime }
    try {
      const answer = this.#search(formula, domain)
      this.#answers.set(key, answer)
      return answer
    } catch (error) {
      return { kind: 'open', because: becauseOf(error) }
    }
  }

  /** Nothing is sure: an entry counts unless the formula is surely false for it. */
  #enumerate(formula: Formula): Answer {
    const refuted = this.pool.bits(formula ^ 1)
    const at = this.pool.entries.findIndex((_, i) => !hasBit(refuted, i))
    if (at < 0) return { kind: 'none' }
    const because = this.#firstUnknown()
    return { kind: 'some', entry: this.pool.entries[at]!, sure: false, ...(because && { because }) }
  }

  #firstUnknown(): Because | undefined {
    const atom = this.formulas.atoms.find((one) => one?.kind === 'unknown')
    return atom?.kind === 'unknown' ? { reason: atom.reason, span: atom.span } : undefined
  }

  #search(formula: Formula, domain: DomainName): Answer {
    const roots = [formula, this.domainFormula(domain)].filter((root) => root !== yes)
    const { sat, theory } = this.#prepared()
    const literals = sat.solve(roots, conflictLimit)
    if (!literals) return { kind: 'none' }
    const unknown = literals
      .map((literal) => this.formulas.atoms[literal >> 1]!)
      .find((atom) => atom.kind === 'unknown')
    const { value } = theory.model()
    const entry = { value, inputs: this.#inputsOf(literals), domain: this.#space.domainOf(value) }
    this.pool.add(entry)
    return {
      kind: 'some',
      entry,
      sure: unknown === undefined,
      ...(unknown?.kind === 'unknown' && {
        because: { reason: unknown.reason, span: unknown.span },
      }),
    }
  }

  /** The values of a domain as a formula. */
  domainFormula(domain: DomainName): Formula {
    return this.#space.within(this.formulas, domain)
  }

  #inputsOf(literals: readonly Formula[]): ReadonlyMap<string, unknown> {
    const chosen = new Map<string, unknown>()
    const excluded = new Set<string>()
    for (const literal of literals) {
      const atom = this.formulas.atoms[literal >> 1]!
      if (atom.kind !== 'input') continue
      if (literal % 2 === 0) chosen.set(atom.path, atom.value)
      else excluded.add(`${atom.path} ${JSON.stringify(atom.value)}`)
    }
    for (const [path, values] of this.#inputs)
      if (!chosen.has(path))
        chosen.set(
          path,
          values.find((value) => !excluded.has(`${path} ${JSON.stringify(value)}`)),
        )
    return chosen
  }

  /** The search goes on with new formulas, and starts anew where they need another alphabet. */
  #prepared(): { readonly sat: Sat; readonly theory: TextTheory } {
    const { size } = this.formulas
    if (this.#state?.size === size) return this.#state
    for (const name of domainNames) this.domainFormula(name)
    const alphabet: Alphabet = alphabetFor(this.formulas.constants())
    if (this.#state?.alphabet === alphabet) {
      this.#state.theory.extend()
      this.#state = { ...this.#state, size }
    } else {
      const theory = textTheory(this.formulas, alphabet, () => Date.now() > this.#deadline)
      const sat = new Sat(this.formulas, theory, this.#facts())
      this.#state = { size: this.formulas.size, alphabet, sat, theory }
    }
    return this.#state
  }

  /** Each enumerated input has exactly one of its values; narrow domains are part of wide ones. */
  #facts(): readonly (readonly Formula[])[] {
    const [tag, real, header] = domainNames.map((name) => this.domainFormula(name))
    const facts: Formula[][] = [
      [tag! ^ 1, real!],
      [real! ^ 1, header!],
    ]
    for (const [path, values] of this.#inputs) {
      const atoms = values.map((value) => this.formulas.atom({ kind: 'input', path, value }))
      facts.push(atoms)
      atoms.forEach((a, i) => {
        for (const b of atoms.slice(i + 1)) facts.push([a ^ 1, b ^ 1])
      })
    }
    return facts
  }
}

const outOfTime: Because = { reason: 'it takes too long' }

function becauseOf(error: unknown): Because {
  if (error instanceof OverBudget) return outOfTime
  if (error instanceof TooLarge) return { reason: 'it takes too many states' }
  if (error instanceof Undecided) return { reason: error.message }
  throw error
}

/** More combinations of other inputs than this are left to the search, unless values are listed. */
const mostCombinations = 16

function combinations(
  inputs: ReadonlyMap<string, readonly unknown[]>,
  all: boolean,
): readonly ReadonlyMap<string, unknown>[] {
  let found: ReadonlyMap<string, unknown>[] = [new Map()]
  for (const [path, values] of inputs) {
    found = found.flatMap((one) => values.map((value) => new Map([...one, [path, value]])))
    if (!all) found = found.slice(0, mostCombinations)
  }
  return found
}
