import type { Node, Template } from '../syntax/tree.ts'
import { childrenOf, pathOf, tagOf } from '../syntax/walk.ts'

/** What may be written at a place of a template; `word` is what stands before it already. */
export type Caret =
  | { readonly kind: 'text'; readonly word: string }
  | { readonly kind: 'tag' | 'filter' | 'operator' | 'variable'; readonly word: string }
  /** A value that `variable` is compared with; `quote` is empty where none stands before the word. */
  | {
      readonly kind: 'value'
      readonly word: string
      readonly quote: string
      readonly variable: string | undefined
    }
  | { readonly kind: 'nothing' }

const nothing: Caret = { kind: 'nothing' }

/** Tags whose arguments are a condition. */
const conditional = /^(?:if|unless|elsif)$/

/**
 * What is being written. Looked at as text: a tag under way belongs to no tree yet.
 * @param offset of the template
 */
export function caretAt(template: Template, offset: number): Caret {
  const { source } = template
  if (isVerbatim(template.nodes, offset)) return nothing
  const before = source.slice(0, offset)
  const tag = before.lastIndexOf('{%')
  const output = before.lastIndexOf('{{')
  const start = Math.max(tag, output)
  const isOpen = start !== -1 && !before.includes(tag > output ? '%}' : '}}', start)
  if (!isOpen) return { kind: 'text', word: /@{0,2}[a-z_]*$/.exec(before)![0] }
  const inside = before.slice(start + 2).replace(/^-?\s*/, '')
  if (tag < output) return inExpression(inside, '')
  const [name = '', rest] = /^(\w+)\s([\s\S]*)$/.exec(inside)?.slice(1) ?? []
  if (rest === undefined) return /^\w*$/.test(inside) ? { kind: 'tag', word: inside } : nothing
  if (name === 'when') return inWhen(rest, subjectAt(template.nodes, offset))
  return inExpression(rest, name)
}

function inExpression(text: string, tag: string): Caret {
  const compared = /([\w.]+)\s*(?:\bcontains|==|!=)\s*(?:(['"])([^'"]*)|([\w-]*))$/.exec(text)
  if (compared !== null) {
    const [, variable, quote = '', quoted, bare = ''] = compared
    return { kind: 'value', word: quoted ?? bare, quote, variable }
  }
  if (isQuoted(text)) return nothing
  const filter = /\|\s*(\w*)$/.exec(text)
  if (filter !== null) return { kind: 'filter', word: filter[1]! }
  const word = /[\w.]*$/.exec(text)![0]
  const before = text.slice(0, text.length - word.length).trimEnd()
  const last = /(?:^|\s)(?:and|or|not|in|=)$|[,:(=]$/.test(before)
  if (before === '' || last) return { kind: 'variable', word }
  if (conditional.test(tag) && /\s$/.test(text.slice(0, text.length - word.length)))
    return { kind: 'operator', word }
  return nothing
}

function inWhen(text: string, variable: string | undefined): Caret {
  const last = text.split(/,|\bor\b/).at(-1)!
  const value = /^\s*(?:(['"])([^'"]*)|([\w-]*))$/.exec(last)
  if (value === null) return nothing
  const [, quote = '', quoted, bare = ''] = value
  return { kind: 'value', word: quoted ?? bare, quote, variable }
}

/** Whether a quoted text is still open at the end. */
const isQuoted = (text: string): boolean => /['"]/.test(text.replace(/'[^']*'|"[^"]*"/g, ''))

/** Inside `raw` and comments nothing is Liquid. */
const isVerbatim = (nodes: readonly Node[], offset: number): boolean =>
  nodes.some((node) =>
    node.type === 'raw' || node.type === 'comment'
      ? node.body.start <= offset && offset <= node.body.end
      : isVerbatim(childrenOf(node), offset),
  )

/** The blocks around a place, outer ones first; a block without its end goes on. */
export function blocksAround(nodes: readonly Node[], offset: number): readonly Node[] {
  const around = nodes.find((node) => {
    const tag = tagOf(node)
    const open = 'arms' in node || 'opening' in node ? tag : undefined
    if (open === undefined || offset < open.end) return false
    return 'closing' in node && node.closing ? offset <= node.closing.start : offset <= node.end
  })
  return around === undefined ? [] : [around, ...blocksAround(childrenOf(around), offset)]
}

/** The dotted variable that the innermost `case` around a place compares. */
function subjectAt(nodes: readonly Node[], offset: number): string | undefined {
  const around = blocksAround(nodes, offset).findLast((node) => node.type === 'case')
  const subject = around?.type === 'case' ? around.subject?.expression : undefined
  return subject?.type === 'variable' ? pathOf(subject)?.join('.') : undefined
}
