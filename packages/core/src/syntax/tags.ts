import type { Arguments } from './arguments.ts'
import { isIgnored, readBranch, readEnd, unexpectedArguments } from './branches.ts'
import { isBlock, isBranch, isEnd, meant, simpleTags } from './names.ts'
import { readArguments } from './read-arguments.ts'
import { addJunk, addUnknown, type Reading, type Run } from './run.ts'
import type { TagToken, Token } from './scanner.ts'
import { add, isFull, open, top } from './stack.ts'
import type { Markup, Node, SyntaxProblem } from './tree.ts'
import { readVerbatim, skipVerbatim } from './verbatim.ts'

/** The tags that hold text or lines of their own kind. */
const holders: ReadonlySet<string> = new Set(['comment', 'raw', 'liquid'])

const isKnown = (name: string): boolean =>
  isBlock(name) || isBranch(name) || isEnd(name) || holders.has(name) || simpleTags.has(name)

const tooDeep = (run: Run, { markup }: Reading): void => {
  const { start, end, name } = markup
  run.stack.problems.push({ code: 'too-deep', start, end, name })
  add(run.stack, { type: 'tag', start, end, tag: markup, known: true, values: [] })
}

const readBlock = (run: Run, reading: Reading): void => {
  const { stack } = run
  const { markup, name, problems } = reading
  if (!isBlock(name)) return
  if (!isFull(stack)) {
    const quiet = reading.guessed || !reading.closed
    open(stack, name, markup, readArguments(run.reader, name, markup, problems), quiet)
  } else if (stack.beyond++ === 0) tooDeep(run, reading)
  else addJunk(run, markup)
}

const readLiquid = (run: Run, reading: Reading): void => {
  const { stack } = run
  const { markup, problems } = reading
  if (isFull(stack)) tooDeep(run, reading)
  else {
    const body = run.readLines(markup.args, stack.outer + stack.frames.length + 1, problems)
    add(stack, { type: 'liquid', start: markup.start, end: markup.end, tag: markup, body })
  }
}

const simpleNode = (tag: Markup, read: Arguments): Node => {
  const span = { start: tag.start, end: tag.end }
  const value = read.value && { value: read.value }
  const { name, values } = read
  if (tag.name === 'assign') return { type: 'assign', ...span, tag, name, ...value }
  if (tag.name === 'echo') return { type: 'echo', ...span, tag, ...value }
  if (tag.name === '#') return { type: 'inline-comment', ...span, tag }
  return { type: 'tag', ...span, tag, known: true, values }
}

const readSimple = (run: Run, reading: Reading): void => {
  const { markup, name, problems } = reading
  const { start, end } = markup
  if (name === 'layout' && run.stack.frames.length > 0) {
    problems.push({ code: 'misplaced-tag', start, end, name })
  }
  add(run.stack, simpleNode(markup, readArguments(run.reader, name, markup, problems)))
}

const readKnown = (run: Run, reading: Reading): void => {
  const { name, closed, guessed } = reading
  if (isBlock(name)) readBlock(run, reading)
  else if (isBranch(name)) readBranch(run, reading)
  else if (isEnd(name)) readEnd(run, reading)
  else if (name === 'liquid') readLiquid(run, reading)
  else if (simpleTags.has(name)) readSimple(run, reading)
  else if (closed && !guessed) readVerbatim(run, reading)
  else skipVerbatim(run, reading)
}

/** What an unknown tag was probably meant to be; a bare `end` closes whatever is open. */
const guess = (run: Run, name: string): string | undefined =>
  name.toLowerCase() === 'end' ? top(run.stack)?.end : meant(name)

/** Whether LiquidJS rejects a tag for what it says, wherever it stands. */
const isRejected = (run: Run, markup: Markup): boolean => {
  const { name } = markup
  if (!isKnown(name)) return true
  const reading: Reading = { markup, name, guessed: false, closed: true, problems: [] }
  reading.problems.push(...unexpectedArguments(run, reading))
  if (!isIgnored(run, name)) readArguments(run.reader, name, markup, reading.problems)
  return reading.problems.length > 0
}

/**
 * A tag that LiquidJS rejects and that runs on over another delimiter has probably lost its `%}`:
 * gives the part of it that was meant.
 */
const shortened = (run: Run, token: TagToken): Token | undefined => {
  const { reader, tokens } = run
  const brace = reader.find('{', token.start + 2)
  const isSuspect = token.closed && brace !== -1 && brace < token.end && token.markup.name !== '#'
  return isSuspect && isRejected(run, token.markup) ? tokens.shorten(token) : undefined
}

const readUnknown = (run: Run, token: TagToken, problems: SyntaxProblem[]): void => {
  const { markup } = token
  problems.push({ code: 'unknown-tag', ...markup.nameSpan, name: markup.name })
  const name = guess(run, markup.name)
  if (name === undefined) addUnknown(run, markup)
  else readKnown(run, { markup, name, guessed: true, closed: token.closed, problems })
}

/** Reads one tag into the tree. */
export const readTag = (run: Run, given: TagToken): void => {
  const { problems } = run.stack
  const shorter = shortened(run, given)
  const token = shorter?.type === 'tag' ? shorter : given
  const { markup, closed, start, end } = token
  const { name } = markup
  const own = closed ? problems : []
  if (!closed) problems.push({ code: 'unclosed-tag', start, end, ...(name && { name }) })
  else if (name === '') problems.push({ code: 'nameless-tag', start, end })
  if (name === '') addJunk(run, markup)
  else if (!isKnown(name)) readUnknown(run, token, own)
  else readKnown(run, { markup, name, guessed: false, closed, problems: own })
}
