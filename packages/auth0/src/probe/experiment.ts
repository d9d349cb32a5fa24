import type { SyntaxFacts } from '@codeword/core'

export type Syntax = 'liquid' | 'md_with_macros'

export const syntaxes: readonly Syntax[] = ['liquid', 'md_with_macros']

/**
 * A text that shows what is done to it: white space at both ends, an output, a macro, and a macro in an output, which
 * is 12 characters long unless macros come first.
 */
export const experiment = "  [{{ 'a' | upcase }};@@password@@;{{ '@@password@@' | size }}]  "

export interface Observed extends SyntaxFacts {
  readonly trims: boolean
}

/**
 * What a message shows of how the experiment became it.
 * @param length digits of the code
 * @returns undefined for a message that is something else
 */
export function observed(text: string, length: number): Observed | undefined {
  const match = /^(\s*)\[([^;]*);([^;]*);([^;]*)\](\s*)$/.exec(text)
  if (match === null) return undefined
  const [, before, output, macro, size] = match as unknown as readonly string[]
  const runsLiquid = output === 'A'
  const replacesMacros = new RegExp(`^\\d{${length}}$`).test(macro!)
  const isKnown = runsLiquid && replacesMacros && length !== '@@password@@'.length
  const first = size === String(length) ? 'macros' : 'liquid'
  return { runsLiquid, replacesMacros, ...(isKnown && { first }), trims: before === '' }
}

/**
 * Whether a message is the predicted text with whatever code in place of the fake one.
 * @returns whether it is the same but for white space at its ends, too
 */
export function comparison(
  predicted: string,
  actual: string,
  fakeCode: string,
): 'same' | 'trimmed' | 'other' {
  if (matches(predicted, actual, fakeCode)) return 'same'
  return matches(predicted.trim(), actual, fakeCode) ? 'trimmed' : 'other'
}

function matches(predicted: string, actual: string, fakeCode: string): boolean {
  const [head = '', ...tails] = predicted.split(fakeCode).map(escaped)
  const body = tails.map((tail, at) => `${at === 0 ? '(\\d{4,40})' : '\\1'}${tail}`).join('')
  return new RegExp(`^${head}${body}$`, 'u').test(actual)
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
