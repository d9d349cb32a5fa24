import { type DomainName, domainNames } from '../../language/domain.ts'
import { applyChain } from '../symbolic/chain.ts'
import type { Atom, Formula, Formulas } from '../symbolic/formula.ts'

/** Concrete inputs: a value of the language variable and one of each enumerated input. */
export interface Entry {
  readonly value: string | null
  readonly inputs: ReadonlyMap<string, unknown>
  /** The narrowest domain that the value belongs to. */
  readonly domain: DomainName
}

interface Known {
  bits: Uint32Array
  upTo: number
}

/**
 * Inputs at which all formulas are evaluated at once, one bit each. Most questions are answered here:
 * what holds for one of them needs no search. An unknown atom counts neither as true nor as false.
 */
export class Pool {
  readonly entries: Entry[] = []
  readonly #formulas: Formulas
  readonly #known: (Known | undefined)[] = []
  readonly #filtered = new Map<string, (string | null)[]>()
  readonly #ranks: Uint32Array[] = domainNames.map(() => new Uint32Array(64))

  constructor(formulas: Formulas) {
    this.#formulas = formulas
  }

  add(entry: Entry): void {
    const at = this.entries.push(entry) - 1
    for (let rank = domainNames.indexOf(entry.domain); rank < domainNames.length; rank++) {
      if (at >> 5 >= this.#ranks[rank]!.length)
        this.#ranks[rank] = longer(this.#ranks[rank]!, at * 2)
      setBit(this.#ranks[rank]!, at)
    }
  }

  /** The first of the entries in a domain for which a formula surely holds. */
  find(formula: Formula, domain: DomainName): Entry | undefined {
    const bits = this.bits(formula)
    const within = this.#ranks[domainNames.indexOf(domain)]!
    for (let w = 0; w < bits.length; w++) {
      const both = bits[w]! & (within[w] ?? 0)
      if (both !== 0) return this.entries[w * 32 + (31 - Math.clz32(both & -both))]
    }
    return undefined
  }

  /** Where a formula surely holds, by entry. */
  bits(formula: Formula): Uint32Array {
    const count = this.entries.length
    const size = (count + 31) >> 5
    let known = this.#known[formula]
    if (!known) {
      known = { bits: new Uint32Array(size), upTo: 0 }
      this.#known[formula] = known
    }
    if (known.upTo === count) return known.bits
    if (known.bits.length < size) known.bits = longer(known.bits, size * 32)
    const from = known.upTo >> 5
    known.upTo = count
    const parts = this.#formulas.parts[formula >> 1]
    if (!parts) this.#fillAtom(known.bits, formula, from)
    else if (formula % 2 === 0) {
      known.bits.fill(0xffffffff, from)
      for (const part of parts) and(known.bits, this.bits(part), from)
    } else {
      known.bits.fill(0, from)
      for (const part of parts) or(known.bits, this.bits(part ^ 1), from)
    }
    if (known.bits.length > size) known.bits = known.bits.subarray(0, size)
    return known.bits
  }

  #fillAtom(bits: Uint32Array, formula: Formula, from: number): void {
    const atom = this.#formulas.atoms[formula >> 1]!
    const wanted = formula % 2 === 0
    bits.fill(0, from)
    if (atom.kind === 'unknown') return
    for (let i = from * 32; i < this.entries.length; i++)
      if (this.#holds(atom, i) === wanted) setBit(bits, i)
  }

  #holds(atom: Atom, at: number): boolean {
    const { value, inputs } = this.entries[at]!
    if (atom.kind === 'nil') return value === null
    if (atom.kind === 'input') return inputs.get(atom.path) === atom.value
    if (atom.kind !== 'text') return false
    if (value === null) return atom.onNil
    let texts = this.#filtered.get(atom.chain.key)
    if (!texts) {
      texts = []
      this.#filtered.set(atom.chain.key, texts)
    }
    texts[at] ??= applyChain(atom.chain, value)
    return atom.predicate.test(texts[at])
  }
}

const longer = (bits: Uint32Array, count: number): Uint32Array => {
  const grown = new Uint32Array(((count + 31) >> 5) + 1)
  grown.set(bits)
  return grown
}

const setBit = (bits: Uint32Array, at: number): void => {
  bits[at >> 5] = bits[at >> 5]! | (1 << (at & 31))
}

function and(into: Uint32Array, other: Uint32Array, from: number): void {
  for (let w = from; w < into.length; w++) into[w] = into[w]! & (other[w] ?? 0)
}

function or(into: Uint32Array, other: Uint32Array, from: number): void {
  for (let w = from; w < into.length; w++) into[w] = into[w]! | (other[w] ?? 0)
}
