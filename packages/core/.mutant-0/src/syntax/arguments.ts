import type { Span } from '../text/span.ts'
import { missing, toExpression } from './expression.ts'
import type { Reader } from './reader.ts'
import type { Expression, FilterArgument, Filtered, Markup, SyntaxProblem } from './tree.ts'

/** What the arguments of a tag say, as far as they could be read. */
export interface Arguments {
  /** The condition, the subject, or the value that is assigned or echoed. */
  value?: Filtered
  /** The values of `when`, `cycle` and of the tags that take a file. */
  readonly values: Expression[]
  /** The variable that assign, capture, for and tablerow write. */
  name: string
  nameSpan: Span
  /** What for and tablerow run through. */
  collection?: Expression
  readonly parameters: FilterArgument[]
}

/** Reads the arguments of one kind of tag. */
export type Read = (reader: Reader, into: Arguments, problems: SyntaxProblem[]) => void

/** What a tag says that has no arguments, or whose arguments LiquidJS does not read. */
export const noArguments = ({ args: { start } }: Markup): Arguments => ({
  values: [],
  name: '',
  nameSpan: { start, end: start },
  parameters: [],
})

/** `name: value` pairs and bare words; LiquidJS ignores what comes after them. */
export const readParameters = (reader: Reader, parameters: FilterArgument[]): void => {
  for (;;) {
    const hash = reader.readHash()
    if (!hash) return
    const value = hash.value ? toExpression(hash.value) : missing(reader.p)
    const end = Math.max(hash.name.end, value.end)
    parameters.push({ start: hash.name.begin, end, key: hash.name.content, value })
  }
}
