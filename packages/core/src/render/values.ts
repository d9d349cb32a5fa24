import { isFalsy, Tokenizer, toValue, toValueSync } from 'liquidjs'
import type { Literal } from '../syntax/tree.ts'
import { lazy } from '../text/lazy.ts'
import { liquid } from './engine.ts'
import { print, Run } from './run.ts'

// Constants are worked on by LiquidJS itself, so that they cannot be misunderstood.

const run = (): Run => new Run(liquid(), {})

/** Operators only ask it for options. */
const asked = lazy(run)

const keywords = new Map<string, unknown>()

/** The value of a literal, LiquidJS's own drops for nil, empty and blank included. */
export function literalValue(literal: Literal): unknown {
  const { keyword } = literal
  if (keyword === undefined) return literal.value
  if (!keywords.has(keyword))
    keywords.set(keyword, (new Tokenizer(keyword).readValue() as { content?: unknown }).content)
  return keywords.get(keyword)
}

/**
 * A filter on constants.
 * @throws whatever LiquidJS throws while it renders
 */
export function filterConstant(name: string, value: unknown, args: readonly unknown[]): unknown {
  const filter = liquid().filters[name]
  const handler = typeof filter === 'function' ? filter : filter?.handler
  if (handler === undefined) return value
  const token = undefined as never
  return toValueSync(handler.apply({ context: run(), token, liquid: liquid() }, [value, ...args]))
}

export const isFilter = (name: string): boolean => liquid().filters[name] !== undefined

/** An operator on constants. */
export const compareConstants = (operator: string, left: unknown, right: unknown): boolean =>
  toValueSync(liquid().options.operators[operator as '==']!(left, right, asked())) === true

export const truthyConstant = (value: unknown): boolean => !isFalsy(value, asked())

/** A step of a path into a constant: `size`, `first`, an index. */
export const readConstant = (value: unknown, step: unknown): unknown => {
  const context = new Run(liquid(), { value })
  return toValueSync(context._getFromScope(value, [step as string]) as never)
}

export { print, toValue }
