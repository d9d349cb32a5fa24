import { skipBlanks } from '../syntax/blank.ts'
import type { Node, Template } from '../syntax/tree.ts'
import { armsOf, collect } from '../syntax/walk.ts'
import { type Span, spanOf, textOf } from '../text/span.ts'

/** A comment that says which rules are not to speak: `codeword-disable-next-line rule, rule -- reason`. */
export interface Directive extends Span {
  /** `codeword-disable`, `codeword-disable-next-line`, or what somebody wrote in their place. */
  readonly keyword: string
  readonly names: readonly DirectiveName[]
  /** Empty where none is given. */
  readonly reason: string
  /** Where it holds; undefined where the keyword is unknown or nothing follows. */
  readonly target: Span | undefined
}

export interface DirectiveName extends Span {
  readonly name: string
}

const form = /^\s*(codeword-[\w-]*)(?=\s|$)([\s\S]*)$/
const reasonMark = /(?:^|\s)--(?:\s|$)/

/** The directives of a template, in source order. */
export function directivesIn(template: Template): readonly Directive[] {
  const ends = commentEnds(template)
  return collect(template.nodes, (node) => {
    const directive = isComment(node) ? directiveIn(template, node, ends) : undefined
    return directive === undefined ? [] : [directive]
  })
}

/** Where the comment ends that begins at an offset. */
type CommentEnds = ReadonlyMap<number, number>

export const commentEnds = ({ nodes }: Template): CommentEnds =>
  new Map(collect(nodes, (node) => (isComment(node) ? [[node.start, node.end] as const] : [])))

type Comment = Extract<Node, { readonly type: 'comment' | 'inline-comment' }>

const isComment = (node: Node): node is Comment =>
  node.type === 'comment' || node.type === 'inline-comment'

function directiveIn(
  template: Template,
  comment: Comment,
  ends: CommentEnds,
): Directive | undefined {
  const body = comment.type === 'comment' ? comment.body : comment.tag.args
  const text = textOf(template.source, body)
  const [, keyword, rest] = form.exec(text) ?? []
  if (keyword === undefined || rest === undefined) return undefined
  const start = body.start + text.indexOf(keyword)
  const listed = body.start + text.length - rest.length
  const mark = reasonMark.exec(rest)
  const list = rest.slice(0, mark?.index)
  const names = [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
    name,
    ...spanOf(listed + index, listed + index + name.length),
  }))
  return {
    ...spanOf(start, body.start + text.trimEnd().length),
    keyword,
    names,
    reason: mark === null ? '' : rest.slice(mark.index + mark[0].length).trim(),
    target: targetOf(keyword, template, comment.end, ends),
  }
}

const [all, next] = ['codeword-disable', 'codeword-disable-next-line'] as const

export const keywords: readonly string[] = [all, next]

/** What begins at the end of a target, a line end or the end of the template, is a part of it. */
function targetOf(
  keyword: string,
  template: Template,
  after: number,
  ends: CommentEnds,
): Span | undefined {
  if (keyword === all) return spanOf(0, template.source.length + 1)
  return keyword === next ? nextLine(template, after, ends) : undefined
}

/**
 * The next line that holds something. Where something follows on the line of the comment itself, as in a
 * template that is written on one line, it is the next tag, with all that it encloses, or text or output.
 */
function nextLine(template: Template, after: number, ends: CommentEnds): Span | undefined {
  const { source } = template
  const start = nextSolid(source, after, ends)
  if (start === source.length) return undefined
  if (!/[\r\n]/.test(source.slice(after, start))) return pieceAt(template, start)
  const length = source.slice(start).search(/[\r\n]|$/)
  return spanOf(start, start + length + 1)
}

/** The offset of what is neither blank nor comment, or the end. */
export function nextSolid(source: string, from: number, ends: CommentEnds): number {
  let at = from
  for (;;) {
    const solid = skipBlanks(source, at, source.length)
    const end = ends.get(solid)
    if (end === undefined) return solid
    at = end
  }
}

/** The largest piece that begins at an offset, else the smallest that goes on there: text after blanks. */
function pieceAt({ source, nodes }: Template, offset: number): Span {
  const pieces = collect<Span>(nodes, (node) => {
    const closing = 'closing' in node && node.closing !== undefined ? [node.closing] : []
    return [node, ...armsOf(node), ...closing].filter(
      ({ start, end }) => start <= offset && offset < end,
    )
  })
  const begun = pieces.filter(({ start }) => start === offset).map(({ end }) => end)
  const end =
    begun.length > 0 ? Math.max(...begun) : Math.min(source.length, ...pieces.map(({ end }) => end))
  return spanOf(offset, end)
}
