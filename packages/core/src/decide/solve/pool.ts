import { type DomainName, domainNames } from '../../language/domain.ts'
import { applyChain, type Chain } from '../logic/chain.ts'
import type { Atom, Formula, Formulas } from '../logic/formula.ts'
import type { Reading } from '../logic/predicate.ts'
import { and, longer, or, setBit } from './bits.ts'

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
  readonly #read = new Map<Reading['of'], Map<string, unknown[]>>()
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
    bits.fill(0, from)
    if (atom.kind === 'unknown') return
    const holds = this.#test(atom)
    const wanted = formula % 2 === 0
    for (let at = from * 32; at < this.entries.length; at++)
      if (holds(at) === wanted) setBit(bits, at)
  }

  #test(atom: Atom): (at: number) => boolean {
    const { entries } = this
    switch (atom.kind) {
      case 'nil':
        return (at) => entries[at]!.value === null
      case 'input':
        return (at) => entries[at]!.inputs.get(atom.path) === atom.value
      case 'unknown':
        return () => false
      case 'text': {
        const { predicate, onNil, chain } = atom
        if (predicate.read) {
          const { of, test } = predicate.read
          const read = this.#readOf(chain, of)
          return (at) => (read[at] === undefined ? onNil : test(read[at]))
        }
        const texts = this.#textsOf(chain)
        return (at) => {
          const text = texts[at]
          return typeof text === 'string' ? predicate.test(text) : onNil
        }
      }
    }
  }

  /** What a reading makes of the filtered value of each entry, undefined where it is missing. */
  #readOf(chain: Chain, of: Reading['of']): readonly unknown[] {
    const readings = this.#read.get(of) ?? new Map<string, unknown[]>()
    this.#read.set(of, readings)
    const read = readings.get(chain.key) ?? []
    readings.set(chain.key, read)
    const texts = this.#textsOf(chain)
    for (let at = read.length; at < texts.length; at++) {
      const text = texts[at]
      read.push(typeof text === 'string' ? of(text) : undefined)
    }
    return read
  }

  /** The filtered value of each entry, null where it is missing. */
  #textsOf(chain: Chain): readonly (string | null)[] {
    let texts = this.#filtered.get(chain.key)
    if (!texts) {
      texts = []
      this.#filtered.set(chain.key, texts)
    }
    for (let at = texts.length; at < this.entries.length; at++) {
      const { value } = this.entries[at]!
      texts.push(value === null ? null : applyChain(chain, value))
    }
    return texts
  }
}
