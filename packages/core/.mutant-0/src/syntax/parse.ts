import type { Span } from '../text/span.ts'
import { readFiltered } from './filtered.ts'
import { Reader } from './reader.ts'
import { addJunk, type Run } from './run.ts'
import {
  lineTokens,
  type OutputToken,
  sourceTokens,
  type TextToken,
  type Tokens,
} from './scanner.ts'
import { add, finish, newStack } from './stack.ts'
import { readTag } from './tags.ts'
import type { Filtered, Node, SyntaxProblem, Template } from './tree.ts'

/** What Auth0 and deploy-cli take for a placeholder. */
const placeholder = /@@([A-Za-z0-9_.]+)@@/g

const addText = (run: Run, start: number, end: number, kept: Span): void => {
  if (start === end) return
  const from = Math.max(start, kept.start)
  const value = run.reader.input.slice(from, Math.max(from, Math.min(end, kept.end)))
  add(run.stack, { type: 'text', start, end, value })
}

const readText = (run: Run, token: TextToken): void => {
  const text = run.reader.input.slice(token.start, token.end)
  let at = token.start
  for (const match of text.includes('@@') ? text.matchAll(placeholder) : []) {
    const start = token.start + match.index
    const end = start + match[0].length
    addText(run, at, start, token.value)
    add(run.stack, { type: 'placeholder', start, end, name: match[1]! })
    at = end
  }
  addText(run, at, token.end, token.value)
}

const addOutput = (run: Run, token: OutputToken, value: Filtered | undefined): void => {
  const { start, end, trimLeft, trimRight, closed } = token
  if (!closed && !value) addJunk(run, token)
  else add(run.stack, { type: 'output', start, end, ...(value && { value }), trimLeft, trimRight })
}

/** An output that LiquidJS rejects and that runs on over another delimiter has lost its `}}`. */
const readOutput = (run: Run, given: OutputToken): void => {
  const { reader, stack, tokens } = run
  const problems: SyntaxProblem[] = []
  const read = (token: OutputToken) => readFiltered(reader.within(token.content, token), problems)
  const value = read(given)
  const shorter = given.closed && problems.length > 0 ? tokens.shorten(given) : undefined
  const token = shorter?.type === 'output' ? shorter : given
  const { start, end, closed } = token
  stack.problems.push(...(closed ? problems : [{ code: 'unclosed-output', start, end } as const]))
  addOutput(run, token, token === given ? value : read(token))
}

const readTokens = (
  reader: Reader,
  tokens: Tokens,
  end: number,
  outer: number,
  problems: SyntaxProblem[],
  retracted: Set<SyntaxProblem>,
): readonly Node[] => {
  const run: Run = {
    reader,
    tokens,
    stack: newStack(outer, problems, retracted),
    readLines: (lines, depth, into) =>
      readTokens(reader, lineTokens(reader, lines), lines.end, depth, into, retracted),
    swallowed: false,
  }
  for (let token = tokens.next(); token; token = tokens.next()) {
    if (token.type === 'text') readText(run, token)
    else if (token.type === 'tag') readTag(run, token)
    else if (token.type === 'output') readOutput(run, token)
    else addJunk(run, token)
  }
  return finish(run.stack, end, run.swallowed)
}

/**
 * Parses a template into the tolerant tree of tree.ts.
 * @param source any text, lone surrogates and NUL included.
 * @returns the tree and all problems in source order. There are problems if and only if LiquidJS
 *   10.30.1 with its default options throws on the same text, except on nesting beyond
 *   `maximumDepth`, which is a problem here and overflows the stack there only some way further on.
 *   Never throws, and takes time about linear in the length of the source.
 */
export const parse = (source: string): Template => {
  const reader = new Reader(source, (text) => parse(text).errors.length === 0)
  const problems: SyntaxProblem[] = []
  const retracted = new Set<SyntaxProblem>()
  const nodes = readTokens(reader, sourceTokens(reader), source.length, 0, problems, retracted)
  const errors = problems.filter((problem) => !retracted.has(problem))
  return { source, nodes, errors: errors.sort((a, b) => a.start - b.start) }
}
