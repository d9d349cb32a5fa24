import type { Span } from '../text/span.ts'
import type { Reader } from './reader.ts'
import type { Tokens } from './scanner.ts'
import { add, type Stack } from './stack.ts'
import type { Markup, Node, SyntaxProblem } from './tree.ts'

/** One run of tokens and what is built from it: a source, or the lines of a `{% liquid %}` tag. */
export interface Run {
  readonly reader: Reader
  readonly tokens: Tokens
  readonly stack: Stack
  /** Reads the lines of a `{% liquid %}` tag. */
  readonly readLines: (lines: Span, depth: number, problems: SyntaxProblem[]) => readonly Node[]
  /** Whether an unclosed comment or raw took the end tags of what is still open. */
  swallowed: boolean
}

/** A tag on its way into the tree. */
export interface Reading {
  readonly markup: Markup
  /** The name to read it as: its own, or the one that it was probably meant to be. */
  readonly name: string
  readonly guessed: boolean
  readonly closed: boolean
  /** Gets the problems of its arguments; nobody looks at it where the tag itself is one. */
  readonly problems: SyntaxProblem[]
}

export const addJunk = (run: Run, { start, end }: Span): void =>
  add(run.stack, { type: 'junk', start, end })

export const addUnknown = (run: Run, tag: Markup): void =>
  add(run.stack, { type: 'tag', start: tag.start, end: tag.end, tag, known: false, values: [] })
