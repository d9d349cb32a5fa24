import { type Span, spanOf } from '../../text/span.ts'
import type { HostNode } from '../host-tree.ts'
import type { HostProblem } from '../source-file.ts'
import { type Expressions, expressions } from './hcl-expression.ts'

/** What stands between two braces, or in the file. */
export interface HclBody {
  readonly attributes: ReadonlyMap<string, HostNode>
  readonly blocks: readonly HclBlock[]
}

/** `resource "auth0_connection" "sms" { … }` */
export interface HclBlock extends Span {
  readonly type: string
  /** Where its type stands. */
  readonly key: Span
  readonly labels: readonly string[]
  readonly body: HclBody
}

export interface HclFile {
  readonly body: HclBody
  /** The first thing that Terraform would refuse. */
  readonly problem?: HostProblem
  /** Where an attribute's text has its first `${…}`. */
  readonly interpolationOf: Expressions['interpolationOf']
}

/** Far beyond any resource, far below what exhausts the stack. */
const maximumDepth = 200

/**
 * Reads the language of Terraform's `.tf` files, as far as literal values go: what Terraform computes is one
 * marker, whatever it is. What comes before a mistake is read.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseHcl(text: string): HclFile {
  let offset = 0
  let problem: HostProblem | undefined
  const { read, skipBlanks, interpolationOf } = expressions(text, (found) => {
    problem ??= found
  })
  const refuse = (span: Span, message: string): void => {
    problem ??= { start: span.start, end: Math.min(span.end, text.length), message }
  }

  function body(depth: number): HclBody {
    const attributes = new Map<string, HostNode>()
    const blocks: HclBlock[] = []
    while (problem === undefined) {
      offset = skipBlanks(offset, true)
      if (offset >= text.length || text[offset] === '}') break
      const key = identifierAt(offset)
      if (key === undefined) {
        refuse(spanOf(offset, offset + 1), 'the name of an argument or block belongs here')
        break
      }
      const name = text.slice(key.start, key.end)
      offset = skipBlanks(key.end, false)
      if (text[offset] === '=' && text[offset + 1] !== '=') attribute(name, key, attributes)
      else blocks.push(block(name, key, depth))
    }
    return { attributes, blocks }
  }

  function attribute(name: string, key: Span, attributes: Map<string, HostNode>): void {
    const value = read(skipBlanks(offset + 1, false), 0)
    offset = skipBlanks(value.next, false)
    if (attributes.has(name)) refuse(key, 'this argument stands here twice')
    attributes.set(name, { ...value.node, key })
    if (offset < text.length && !/[\r\n}]/.test(text[offset]!)) {
      refuse(spanOf(offset, offset + 1), 'a new line belongs before this')
    }
  }

  function block(type: string, key: Span, depth: number): HclBlock {
    const labels: string[] = []
    while (text[offset] !== '{' && problem === undefined) {
      const label = identifierAt(offset) ?? quotedLabelAt(offset)
      if (label === undefined)
        refuse(spanOf(offset, offset + 1), 'an equals sign or a brace belongs here')
      else {
        labels.push(text.slice(label.start, label.end).replace(/^"|"$/g, ''))
        offset = skipBlanks(label.end, false)
      }
    }
    const opening = spanOf(offset, offset + 1)
    offset++
    if (depth >= maximumDepth) refuse(opening, 'too many blocks, one in another')
    const inner = body(depth + 1)
    if (text[offset] === '}') offset++
    else refuse(opening, 'the closing brace of this block is missing')
    return { type, key, labels, body: inner, start: key.start, end: Math.min(offset, text.length) }
  }

  function identifierAt(start: number): Span | undefined {
    const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
    identifier.lastIndex = start
    const found = identifier.exec(text)?.[0]
    return found === undefined ? undefined : spanOf(start, start + found.length)
  }

  function quotedLabelAt(start: number): Span | undefined {
    const label = /"[^"\\\r\n]*"/y
    label.lastIndex = start
    const found = label.exec(text)?.[0]
    return found === undefined ? undefined : spanOf(start, start + found.length)
  }

  const whole = body(0)
  if (offset < text.length) refuse(spanOf(offset, offset + 1), 'this brace closes nothing')
  return { body: whole, interpolationOf, ...(problem !== undefined && { problem }) }
}
