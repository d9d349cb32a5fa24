import type { Operator } from '../filters/operator.ts'
import { applyChain, type Chain, extend, identity } from '../logic/chain.ts'
import type { Formula, Formulas } from '../logic/formula.ts'

/** More texts than this of one input, and more combinations of all, are not told apart. */
const mostTexts = 8
const mostCombinations = 24

/** An input that may be any text, told apart as far as the template asks: one of these texts, missing, or another. */
export interface Told {
  /** Where its text, filtered so far, is this one; undefined where that is not told. */
  readonly equals: (text: string) => Formula | undefined
  /** Where the input is missing. */
  readonly missing: () => Formula | undefined
  /** The same input after a filter. */
  readonly filtered: (operator: Operator) => Told
  /** Whether a filter has made a text of whatever it was. */
  readonly isText: boolean
}

interface Asked {
  /** All questions are about the text after the same filters. */
  readonly chain: Chain
  readonly values: Set<string | null>
  readonly example: unknown
}

/** The inputs of one template that are told apart, or of two that are compared. */
export class ToldInputs {
  readonly #formulas: Formulas
  readonly #asked = new Map<string, Asked>()

  constructor(formulas: Formulas) {
    this.#formulas = formulas
  }

  /** @param example what the input is where nothing is asked of it */
  told(path: string, example: unknown, chain: Chain = identity): Told {
    return {
      equals: (text) =>
        // The text stands for all that the filters make it of.
        applyChain(chain, text) === text ? this.#ask(path, chain, example, text) : undefined,
      missing: () => (chain === identity ? this.#ask(path, chain, example, null) : undefined),
      filtered: (operator) => this.told(path, example, extend(chain, operator)),
      isText: chain !== identity,
    }
  }

  /** By path: the values that are told apart, the one that stands for all others first. */
  values(): ReadonlyMap<string, readonly unknown[]> {
    return new Map(
      [...this.#asked].map(([path, asked]) => [path, [otherOf(asked), ...asked.values]]),
    )
  }

  #ask(path: string, chain: Chain, example: unknown, value: string | null): Formula | undefined {
    const asked = this.#asked.get(path) ?? { chain, values: new Set<string | null>(), example }
    if (asked.chain.key !== chain.key) return undefined
    if (!asked.values.has(value) && !this.#hasRoom(path, asked.values.size)) return undefined
    asked.values.add(value)
    this.#asked.set(path, asked)
    return this.#formulas.atom({ kind: 'input', path, value })
  }

  #hasRoom(path: string, texts: number): boolean {
    const others = [...this.#asked].filter(([other]) => other !== path)
    const combinations = others.reduce((product, [, { values }]) => product * (values.size + 1), 1)
    return texts < mostTexts && combinations * (texts + 2) <= mostCombinations
  }
}

/** A value that is none of those asked for: the example, unless it is one of them. */
function otherOf({ chain, values, example }: Asked): unknown {
  if (typeof example === 'object' && example !== null) return example
  const candidates = [...(typeof example === 'string' ? [example] : []), 'Another', 'Somebody']
  const isOther = (text: string): boolean => text !== '' && !values.has(applyChain(chain, text))
  return candidates.find(isOther) ?? `another${[...values].join('')}`
}
