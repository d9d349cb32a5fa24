import { type Formula, type Formulas, not } from '../logic/formula.ts'
import { forEachBit, hasBit, longer } from '../solve/bits.ts'
import { type Entry, Pool } from '../solve/pool.ts'

type Inputs = Entry['inputs']

/** What is put in where a formula holds, in order. */
export interface Words {
  readonly when: Formula
  readonly text: string
}

/** The words of the messages for concrete inputs, which get a number each and are looked at many at once. */
export class Texts {
  readonly #pool: Pool
  readonly #words: readonly Words[]
  readonly #numbers = new Map<string, Map<string | null, number>>()
  readonly #texts: string[] = []
  readonly #nameless: string | null
  /** Whether something unknown has a say. */
  readonly #open: boolean
  #told: Uint32Array = new Uint32Array(0)

  /** @param nameless the value that stands for a missing one */
  constructor(formulas: Formulas, words: readonly Words[], nameless: string | null) {
    this.#pool = new Pool(formulas)
    this.#words = words
    this.#open = formulas.atoms.some((atom) => atom?.kind === 'unknown')
    this.#nameless = nameless
  }

  indexOf(named: string | null, inputs: Inputs): number {
    const value = named ?? this.#nameless
    const key = inputs.size === 0 ? '' : JSON.stringify([...inputs])
    let numbers = this.#numbers.get(key)
    if (numbers === undefined) {
      numbers = new Map()
      this.#numbers.set(key, numbers)
    }
    let index = numbers.get(value)
    if (index === undefined) {
      index = this.#pool.entries.length
      numbers.set(value, index)
      this.#pool.add({ value, inputs, domain: 'any' })
    }
    return index
  }

  holds(formula: Formula, index: number): boolean {
    return hasBit(this.#pool.bits(formula), index)
  }

  /** Whether it is known for each piece whether it is put in. */
  isTold(index: number): boolean {
    this.#fill()
    return hasBit(this.#told, index)
  }

  /** The words, white space made one. */
  textAt(index: number): string {
    this.#fill()
    return this.#texts[index]!
  }

  #fill(): void {
    const filled = this.#texts.length
    const count = this.#pool.entries.length
    if (filled === count) return
    const from = filled >> 5
    const put: string[] = new Array(count - filled).fill('')
    this.#told = longer(this.#told.subarray(0, from), count)
    this.#told.fill(0xffffffff, from)
    for (const { when, text } of this.#words) {
      const held = this.#pool.bits(when)
      forEachBit(held, from, (at) => {
        // A set has members beyond the last entry where it is made of what does not hold.
        if (at >= filled && at < count) put[at - filled] += text
      })
      if (!this.#open) continue
      const refuted = this.#pool.bits(not(when))
      for (let w = from; w < held.length; w++) this.#told[w]! &= held[w]! | refuted[w]!
    }
    for (const words of put) this.#texts.push(words.replace(/\s+/g, ' ').trim())
  }
}
