import { defaultOptions, TypeGuards } from 'liquidjs'
import type { Span } from '../text/span.ts'
import { skipBlanks, trimBlanks } from './blank.ts'
import type { Reader } from './reader.ts'
import { cutShort, nextDelimiter, outputEnds } from './recovery.ts'
import type { Markup } from './tree.ts'

/** Text between delimiters; `value` is what whitespace control leaves of it. */
export interface TextToken extends Span {
  readonly type: 'text'
  readonly value: Span
}

export interface OutputToken extends Span {
  readonly type: 'output'
  readonly content: Span
  readonly trimLeft: boolean
  readonly trimRight: boolean
  readonly closed: boolean
}

export interface TagToken extends Span {
  readonly type: 'tag'
  readonly markup: Markup
  readonly closed: boolean
}

/** What stands after `{% raw %}` up to its end tag, or to the end of the source if there is none. */
export interface RawToken extends Span {
  readonly type: 'raw'
  readonly opening: Span
  readonly closed: boolean
}

export type Token = TextToken | OutputToken | TagToken | RawToken

/** The tokens of a source, or of a `{% liquid %}` tag, one at a time. */
export interface Tokens {
  next(): Token | undefined
  /** Takes back a token that runs on over another delimiter and gives its probable part. */
  shorten(token: TagToken | OutputToken): Token | undefined
}

/** What is left of `start..end` without dashes and blanks (LiquidJS's `DelimitedToken`). */
const contentOf = (source: string, start: number, end: number) => {
  const trimLeft = source[start] === '-'
  const trimRight = source[end - 1] === '-'
  const from = skipBlanks(source, trimLeft ? start + 1 : start, trimRight ? end - 1 : end)
  const to = trimBlanks(source, from, trimRight ? end - 1 : end)
  return { content: { start: from, end: to }, trimLeft, trimRight }
}

const readMarkup = (reader: Reader, span: Span, inner: ReturnType<typeof contentOf>): Markup => {
  const { content, trimLeft, trimRight } = inner
  reader.within(content, span)
  const name = reader.readTagName()
  const nameSpan = { start: reader.p - name.length, end: reader.p }
  reader.skipBlank()
  const end = Math.max(content.start, content.end)
  const args = { start: Math.min(reader.p, end), end }
  return { start: span.start, end: span.end, name, nameSpan, args, trimLeft, trimRight }
}

/** Reads a whole template. After `{% raw %}` it gives one raw token, then the end tag if any. */
export const sourceTokens = (reader: Reader): Tokens => {
  const source = reader.input
  let at = 0
  let trims = false
  let raw: Span | undefined
  let ends: Int32Array | undefined

  const text = (): TextToken => {
    const start = at
    at = nextDelimiter(source, start)
    const from = trims ? skipBlanks(source, start, at) : start
    const to = source[at + 2] === '-' ? trimBlanks(source, from, at) : at
    trims = false
    return { type: 'text', start, end: at, value: { start: from, end: to } }
  }

  const delimited = (
    type: 'tag' | 'output',
    end: number,
    content: number,
    closed: boolean,
  ): Token => {
    const span = { start: at, end }
    const inner = contentOf(source, at + 2, content)
    at = end
    trims = inner.trimRight
    if (type === 'output') return { type, ...span, ...inner, closed }
    const markup = readMarkup(reader, span, inner)
    if (markup.name === 'raw' && closed) {
      raw = span
      reader.within({ start: span.start, end: source.length }, span).readTagToken(defaultOptions)
    }
    return { type, ...span, markup, closed }
  }

  const opening = (type: 'tag' | 'output'): Token => {
    let end: number
    if (type === 'tag') {
      const close = reader.find('%}', at + 1)
      end = close === -1 ? -1 : close + 2
    } else {
      ends ??= outputEnds(source)
      end = ends[at + 2]!
    }
    if (end !== -1) return delimited(type, end, end - 2, true)
    const cut = cutShort(source, at, source.length)
    return delimited(type, cut.end, cut.content, false)
  }

  const verbatim = (opening: Span): Token => {
    const start = at
    reader.within({ start, end: source.length }, opening)
    try {
      const token = reader.readTopLevelToken(defaultOptions)
      if (!TypeGuards.isTagToken(token)) {
        at = token.end
        return { type: 'raw', start, end: at, opening, closed: true }
      }
      raw = undefined
      return delimited('tag', token.end, token.end - 2, true)
    } catch {
      raw = undefined
      at = source.length
      return { type: 'raw', start, end: at, opening, closed: false }
    }
  }

  return {
    next() {
      if (raw) return verbatim(raw)
      if (at >= source.length) return undefined
      if (source.startsWith('{%', at)) return opening('tag')
      return source.startsWith('{{', at) ? opening('output') : text()
    },
    shorten(token) {
      const cut = cutShort(source, token.start, token.end)
      if (nextDelimiter(source, cut.end) >= token.end) return undefined
      at = token.start
      return delimited(token.type, cut.end, cut.content, false)
    },
  }
}

/** Reads the lines of a `{% liquid %}` tag; each is a tag. */
export const lineTokens = (reader: Reader, lines: Span): Tokens => {
  const source = reader.input
  let at = lines.start
  return {
    next() {
      const start = skipBlanks(source, at, lines.end)
      if (start === lines.end) return undefined
      const line = reader.find('\n', start)
      at = line === -1 || line >= lines.end ? lines.end : line + 1
      const { content } = contentOf(source, start, at)
      const span = { start, end: trimBlanks(source, start, at) }
      const inner = { content, trimLeft: false, trimRight: false }
      return { type: 'tag', ...span, markup: readMarkup(reader, span, inner), closed: true }
    },
    shorten: () => undefined,
  }
}
