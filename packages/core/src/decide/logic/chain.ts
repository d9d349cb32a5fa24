import type { Operator } from '../filters/operator.ts'

/** The filters that were applied to the value of the language variable, first to last. */
export interface Chain {
  readonly key: string
  readonly operators: readonly Operator[]
}

/** The value itself. */
export const identity: Chain = { key: '', operators: [] }

export const extend = (chain: Chain, operator: Operator): Chain => ({
  key: `${chain.key}|${operator.key}`,
  operators: [...chain.operators, operator],
})

export const applyChain = (chain: Chain, text: string): string =>
  chain.operators.reduce((value, { apply }) => apply(value), text)
