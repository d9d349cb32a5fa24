import { type Span, spanOf } from '../../text/span.ts'
import type { HostContent, HostNode } from '../host-tree.ts'
import { hostedText } from '../hosted-text.ts'
import type { HostProblem } from '../source-file.ts'
import { hclEdit } from './hcl-edit.ts'
import { type HclLiteral, heredocLiteral, quotedLiteral } from './hcl-literal.ts'
import { afterComment } from './sequence.ts'

export interface Expressions {
  /** Reads the value at an offset, however many brackets it is inside of. */
  readonly read: (start: number, depth: number) => ReadValue
  /** The offset after blanks and comments; line ends are blanks only where they mean nothing. */
  readonly skipBlanks: (start: number, lineEnds: boolean) => number
  /** Where the text of a node has its first `${…}`. */
  readonly interpolationOf: (node: HostNode) => Span | undefined
}

interface ReadValue {
  readonly node: HostNode
  readonly next: number
}

/** What rules take for a value that is filled in later; see markers.ts. */
const computed: HostContent = { kind: 'value', value: '##computed##' }

const maximumDepth = 200

/** @param complain hears of what Terraform would refuse */
export function expressions(text: string, complain: (problem: HostProblem) => void): Expressions {
  const interpolations = new WeakMap<HostContent, Span>()

  function skipBlanks(start: number, lineEnds: boolean): number {
    const blanks = lineEnds ? /[ \t\r\n]*/y : /[ \t]*/y
    for (let offset = start; ; ) {
      blanks.lastIndex = offset
      const after = afterComment(text, offset + blanks.exec(text)![0].length)
      if (after === offset) return offset
      offset = after
    }
  }

  /** A value that is no part of a larger expression; anything else is computed. */
  function read(start: number, depth: number): ReadValue {
    const value = simple(start, depth)
    const next = value && skipBlanks(value.next, false)
    if (value !== undefined && (next! >= text.length || /[\r\n,\]})]/.test(text[next!]!)))
      return value
    const end = afterExpression(start)
    if (end === start)
      complain({
        ...spanOf(start, Math.min(start + 1, text.length)),
        message: 'a value belongs here',
      })
    return { node: { ...spanOf(start, end), content: computed }, next: end }
  }

  function simple(start: number, depth: number): ReadValue | undefined {
    const literal = literalAt(start)
    if (literal !== undefined) return { node: textNode(literal), next: literal.end }
    if (text[start] === '[' || text[start] === '{') return collection(start, depth)
    const plain = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.(-])/y
    plain.lastIndex = start
    const found = plain.exec(text)?.[0]
    if (found === undefined) return undefined
    const content: HostContent = {
      kind: 'value',
      value: JSON.parse(found.replace(/^(-?)0+(?=\d)/, '$1')),
    }
    return { node: { ...spanOf(start, start + found.length), content }, next: start + found.length }
  }

  const literalAt = (start: number): HclLiteral | undefined =>
    text[start] === '"'
      ? quotedLiteral(text, start)
      : text.startsWith('<<', start)
        ? heredocLiteral(text, start)
        : undefined

  function textNode(literal: HclLiteral): HostNode {
    const { start, end, units, interpolation, problem } = literal
    if (problem !== undefined) complain(problem)
    if (interpolation !== undefined) {
      const content = { ...computed }
      interpolations.set(content, interpolation)
      return { start, end, content }
    }
    const hosted = () => hostedText(units, (edit) => hclEdit(text, literal, edit))
    return { start, end, content: { kind: 'text', text: units.text, hosted } }
  }

  /** `[…]` or `{…}` of values and keys that are written as they are. */
  function collection(start: number, depth: number): ReadValue | undefined {
    if (depth >= maximumDepth) {
      complain({ ...spanOf(start, start + 1), message: 'too many brackets, one in another' })
      return undefined
    }
    const isObject = text[start] === '{'
    const closing = isObject ? '}' : ']'
    const members = new Map<string, HostNode>()
    const items: HostNode[] = []
    let offset = skipBlanks(start + 1, true)
    while (offset < text.length && text[offset] !== closing) {
      const key = isObject ? keyAt(offset) : undefined
      if (isObject && key === undefined) return undefined
      const value = read(skipBlanks(key?.next ?? offset, true), depth + 1)
      if (value.node.end === value.node.start) return undefined
      if (key === undefined) items.push(value.node)
      else members.set(key.name, { ...value.node, key: key.span })
      offset = skipBlanks(value.next, true)
      if (text[offset] === ',') offset = skipBlanks(offset + 1, true)
    }
    if (offset >= text.length) return undefined
    const span = spanOf(start, offset + 1)
    const content: HostContent = isObject ? { kind: 'object', members } : { kind: 'list', items }
    return { node: { ...span, content }, next: span.end }
  }

  function keyAt(
    start: number,
  ): { readonly name: string; readonly span: Span; readonly next: number } | undefined {
    const key = /([\p{ID_Start}_][\p{ID_Continue}-]*)|"([^"\\$%\r\n]*)"/uy
    key.lastIndex = start
    const [found, bare, quoted] = key.exec(text) ?? []
    if (found === undefined) return undefined
    const span = spanOf(start, start + found.length)
    const sign = skipBlanks(span.end, false)
    if (text[sign] !== '=' && text[sign] !== ':') return undefined
    return { name: bare ?? quoted ?? '', span, next: sign + 1 }
  }

  /** The end of whatever stands at an offset: a line end, comma or bracket that it does not enclose. */
  function afterExpression(start: number): number {
    let depth = 0
    let end = start
    for (let offset = start; offset < text.length; ) {
      const literal = literalAt(offset)
      if (literal?.problem !== undefined) complain(literal.problem)
      const after = literal?.end ?? afterComment(text, offset)
      const character = text[offset]!
      if (after > offset) {
        offset = after
        if (literal !== undefined) end = after
        continue
      }
      if (depth === 0 && /[\r\n,\]})]/.test(character)) return end
      if (/[[{(]/.test(character)) depth++
      if (/[\]})]/.test(character)) depth--
      offset++
      if (!/\s/.test(character)) end = offset
    }
    if (depth > 0)
      complain({
        ...spanOf(start, Math.min(start + 1, text.length)),
        message: 'a closing bracket is missing',
      })
    return end
  }

  return { read, skipBlanks, interpolationOf: ({ content }) => interpolations.get(content) }
}
