import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Path } from '../../text/mistakes.ts'
import { type Span, spanOf } from '../../text/span.ts'
import type { HostContent, HostNode } from '../host-tree.ts'
import type { HostedText, HostProblem } from '../source-file.ts'
import { isKeyword } from './yaml-keywords.ts'
import { type ScalarSource, scalarSource } from './yaml-scalar.ts'

/** The parser, which is loaded with the first file. */
export type Yaml = typeof import('yaml')

/** A piece of a file that means the same when it stands alone. */
export interface Frame extends Span {
  /** How many columns it is indented. */
  readonly indent: number
  /** The path from the root to the collection that it is a part of. */
  readonly path: Path
}

/** Makes the text of a scalar at a path. */
export type Hosting = (source: ScalarSource, path: Path, frame: Frame) => HostedText

/** Far beyond any tenant, far below what exhausts the stack. */
const maximumDepth = 200

/** What a file with aliases may stand for; one of ten lines can stand for billions. */
const maximumValues = 200_000

const tooDeep = 'too many values, one in another'

/**
 * Turns what the parser found in a document into values with their places.
 * @param complain hears of what auth0-deploy-cli would refuse and the parser was not asked about
 */
export function yamlTree(
  yaml: Yaml,
  text: string,
  contents: unknown,
  hosting: Hosting,
  complain: (problem: HostProblem) => void,
): HostNode {
  /** What anchors stand for; undefined while it is being read. */
  const anchors = new Map<string, HostNode | undefined>()
  const weights = new WeakMap<HostContent, number>()
  const refuse = ({ start, end }: Span, message: string): void => complain({ start, end, message })

  function node(found: unknown, path: Path, frame: Frame): HostNode {
    const span = spanOfNode(found)
    if (yaml.isAlias(found)) return aliased(found, span)
    const anchor = yaml.isNode(found) ? found.anchor : undefined
    if (anchor !== undefined) anchors.set(anchor, undefined)
    const made = weighed({ ...span, content: contentOf(found, span, path, frame) })
    if (anchor !== undefined) anchors.set(anchor, made)
    return made
  }

  function contentOf(found: unknown, span: Span, path: Path, frame: Frame): HostContent {
    if (path.length > maximumDepth) refuse(span, tooDeep)
    else if (yaml.isMap(found)) return { kind: 'object', members: membersOf(found, path, frame) }
    else if (yaml.isSeq(found)) return { kind: 'list', items: itemsOf(found, path, frame) }
    else if (yaml.isScalar(found)) return scalar(found, path, frame)
    return { kind: 'value', value: null }
  }

  function aliased(alias: Alias, span: Span): HostNode {
    const target = anchors.get(alias.source)
    if (target !== undefined) return { ...target, shared: true }
    const isOpen = anchors.has(alias.source)
    refuse(
      span,
      isOpen ? 'this alias stands inside what it stands for' : 'this alias has no anchor before it',
    )
    return { ...span, content: { kind: 'value', value: null } }
  }

  /** What stands for too many values is nothing: whoever reads them would not come to an end. */
  function weighed(made: HostNode): HostNode {
    let weight = 1
    for (const part of partsOf(made.content)) weight += weights.get(part.content) ?? 1
    weights.set(made.content, weight)
    if (weight <= maximumValues) return made
    refuse(made, 'the aliases in this stand for too many values')
    return { start: made.start, end: made.end, content: { kind: 'value', value: null } }
  }

  const itemsOf = (list: YAMLSeq, path: Path, frame: Frame): readonly HostNode[] =>
    list.items.map((item, index) => node(item, [...path, index], frame))

  function membersOf(map: YAMLMap, path: Path, frame: Frame): ReadonlyMap<string, HostNode> {
    const members = new Map<string, HostNode>()
    const merged: HostNode[] = []
    for (const pair of map.items as readonly Pair<unknown, unknown>[]) {
      const key = spanOfNode(pair.key)
      const name = nameOf(pair.key)
      const inner = node(pair.value, [...path, name], frameOf(map, pair, path) ?? frame)
      if (members.has(name)) refuse(key, 'this key stands here twice')
      if (name === '<<' && yaml.isScalar(pair.key) && pair.key.type === 'PLAIN') merged.push(inner)
      else members.set(name, { ...inner, key })
    }
    for (const source of merged) merge(source, members)
    return members
  }

  const nameOf = (key: unknown): string => {
    if (yaml.isScalar(key)) return String(key.value)
    const { start, end } = spanOfNode(key)
    return text.slice(start, end)
  }

  function scalar(found: Scalar, path: Path, frame: Frame): HostContent {
    const { value, srcToken } = found
    const source = srcToken && scalarSource(text, srcToken)
    if (typeof value !== 'string' || source === undefined) return { kind: 'value', value }
    const written = text.slice(source.start, source.end)
    if (source.style === 'plain' && isKeyword(written)) return { kind: 'value', value: written }
    return { kind: 'text', text: source.units.text, hosted: () => hosting(source, path, frame) }
  }

  return node(contents, [], wholeOf(text))
}

export const wholeOf = (text: string): Frame => ({
  start: 0,
  end: text.length,
  indent: 0,
  path: [],
})

/** A pair of a block mapping is a mapping by itself; a piece of a flow collection may not be one. */
function frameOf(
  map: YAMLMap,
  { key, value }: Pair<unknown, unknown>,
  path: Path,
): Frame | undefined {
  const token = map.srcToken
  const start = rangeOf(key)?.[0]
  const end = (rangeOf(value) ?? rangeOf(key))?.[2]
  if (token?.type !== 'block-map' || start === undefined || end === undefined) return undefined
  return { start, end, indent: token.indent, path }
}

const partsOf = (content: HostContent): Iterable<HostNode> =>
  content.kind === 'object'
    ? content.members.values()
    : content.kind === 'list'
      ? content.items
      : []

/** What is merged counts only where no key of the mapping itself stands. https://yaml.org/type/merge.html */
function merge({ content }: HostNode, members: Map<string, HostNode>): void {
  if (content.kind === 'list') for (const item of content.items) merge(item, members)
  if (content.kind !== 'object') return
  for (const [name, node] of content.members) {
    if (!members.has(name)) members.set(name, { ...node, shared: true })
  }
}

const rangeOf = (node: unknown): Node['range'] => (node as Node | null | undefined)?.range

const spanOfNode = (node: unknown): Span => {
  const [start, end] = rangeOf(node) ?? [0, 0]
  return spanOf(start, end)
}
