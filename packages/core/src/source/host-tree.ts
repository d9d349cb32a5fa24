import { type Path, pathText } from '../text/mistakes.ts'
import type { Span } from '../text/span.ts'
import type { DuplicateKey, HostDocument, HostedText, HostProblem } from './source-file.ts'

/** One value of a host file, whatever syntax it is written in. */
export interface HostNode extends Span {
  /** Where its key stands. */
  readonly key?: Span
  readonly content: HostContent
  /** Set where an edit would change other places too: a YAML alias. */
  readonly shared?: true
  /** What people call the place, where the path in the document is not what they wrote. */
  readonly name?: string
}

export type HostContent =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, HostNode> }
  | { readonly kind: 'list'; readonly items: readonly HostNode[] }
  | { readonly kind: 'text'; readonly text: string; readonly hosted: () => HostedText }
  | { readonly kind: 'value'; readonly value: unknown }

/** What else is known of a file. */
interface Faults {
  readonly problem?: HostProblem | undefined
  readonly duplicateKeys?: readonly DuplicateKey[]
}

/** Makes a tree answer what is asked of a document; without a tree nothing could be read. */
export function hostDocument(root: HostNode | undefined, faults: Faults = {}): HostDocument {
  const { problem, duplicateKeys = [] } = faults
  const nodesTo = (path: Path): readonly HostNode[] | undefined => {
    let node = root
    const passed = [root]
    for (const step of path) {
      node = node && inner(node, step)
      passed.push(node)
    }
    return node === undefined ? undefined : (passed as readonly HostNode[])
  }
  const nodeAt = (path: Path): HostNode | undefined => nodesTo(path)?.at(-1)
  return {
    value: root && plainValue(root),
    ...(problem !== undefined && { problem }),
    duplicateKeys,
    spanAt: (path) => spanOfNode(nodeAt(path)),
    keyAt: (path) => (typeof path.at(-1) === 'string' ? nodeAt(path)?.key : undefined),
    textAt: (path) => {
      const nodes = nodesTo(path)
      const content = nodes?.at(-1)?.content
      if (content?.kind !== 'text') return undefined
      const isShared = nodes!.some(({ shared }) => shared)
      return isShared ? { ...content.hosted(), toHostEdit: () => undefined } : content.hosted()
    },
    nameAt: (path) => {
      const nodes = nodesTo(path) ?? []
      const named = nodes.findLastIndex(({ name }) => name !== undefined)
      if (named === -1) return undefined
      return [nodes[named]!.name, pathText(path.slice(named))].filter(Boolean).join('.')
    },
  }
}

/** The value of a node as JSON has it. */
export function plainValue({ content }: HostNode): unknown {
  switch (content.kind) {
    case 'object':
      // fromEntries makes `__proto__` a key like any other.
      return Object.fromEntries([...content.members].map(([key, node]) => [key, plainValue(node)]))
    case 'list':
      return content.items.map(plainValue)
    case 'text':
      return content.text
    case 'value':
      return content.value
  }
}

function inner({ content }: HostNode, step: string | number): HostNode | undefined {
  if (typeof step === 'number') return content.kind === 'list' ? content.items[step] : undefined
  return content.kind === 'object' ? content.members.get(step) : undefined
}

const spanOfNode = (node: HostNode | undefined): Span | undefined =>
  node && { start: node.start, end: node.end }
