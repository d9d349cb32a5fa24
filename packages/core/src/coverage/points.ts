import { unwrittenElse } from '../render/arms.ts'
import type { Arm, Node, Placeholder, Template, Text } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'

/** Something that a rendering does or leaves out. */
export interface StatementPoint extends Span {
  /** Where `Visits` counts it. */
  readonly node: number
}

/** A place where a rendering goes one of several ways. */
export interface BranchPoint extends Span {
  readonly type: 'if' | 'switch'
  /** The tag of each way, counted by `Visits` at its start. */
  readonly paths: readonly Span[]
}

/** What there is to reach in one template, in source order. */
export interface Points {
  readonly statements: readonly StatementPoint[]
  readonly branches: readonly BranchPoint[]
}

/**
 * Lists what the cases of a template can reach.
 *
 * A statement is a line of text with something to see on it, an output, or a tag that does something: one that
 * ends a block, begins another arm or comments does nothing by itself. A branch is a conditional, a `case`, or
 * a loop with `else`. Where a conditional or a `case` has no `else`, getting past it is a way of its own.
 */
export function pointsOf(template: Template): Points {
  const statements: StatementPoint[] = []
  const branches: BranchPoint[] = []
  const visitAll = (nodes: readonly Node[]): void => {
    for (const run of runsOf(nodes)) {
      for (const statement of statementsOf(run, template.source)) statements.push(statement)
      for (const node of run) {
        if ('arms' in node) branches.push(...branchOf(node))
        for (const body of bodiesOf(node)) visitAll(body)
      }
    }
  }
  visitAll(template.nodes)
  return { statements, branches }
}

/** The lists of nodes that the engine renders one by one, or never. */
function bodiesOf(node: Node): readonly (readonly Node[])[] {
  if ('arms' in node) {
    const arms = node.arms.map(({ body }) => body)
    return node.type === 'case' ? [node.preamble, ...arms] : arms
  }
  return node.type === 'capture' || node.type === 'block' || node.type === 'liquid'
    ? [node.body]
    : []
}

/** One node, or texts and placeholders side by side, which the engine prints as one. */
type Run = readonly [Node, ...Node[]]

function runsOf(nodes: readonly Node[]): readonly Run[] {
  const runs: [Node, ...Node[]][] = []
  for (const node of nodes) {
    const before = runs.at(-1)
    if (before !== undefined && isText(before[0]) && isText(node)) before.push(node)
    else runs.push([node])
  }
  return runs
}

const isText = (node: Node): node is Text | Placeholder =>
  node.type === 'text' || node.type === 'placeholder'

function statementsOf(run: Run, source: string): readonly StatementPoint[] {
  const [node] = run
  const linesFrom = (start: number, end: number): readonly StatementPoint[] =>
    linesOf(source.slice(start, end)).map((line) => ({
      node: node.start,
      start: start + line.start,
      end: start + line.end,
    }))
  switch (node.type) {
    case 'text':
    case 'placeholder':
      return linesFrom(node.start, run.at(-1)?.end ?? node.end)
    case 'raw':
      return linesFrom(node.body.start, node.body.end)
    // What holds other nodes and does nothing else, and what is never rendered.
    case 'block':
    case 'liquid':
    case 'comment':
    case 'inline-comment':
    case 'junk':
      return []
    case 'tag':
      return isBranchTag(node.tag.name) ? [] : [{ ...spanOf(node), node: node.start }]
    default:
      return [{ ...spanOf(node), node: node.start }]
  }
}

/** LiquidJS passes over a `when` or another `else` that comes after `else`, and renders what follows. */
const isBranchTag = (name: string): boolean => name === 'when' || name === 'else'

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** The lines of a text from the first to the last character that can be seen; blank ones left out. */
const linesOf = (text: string): readonly Span[] =>
  [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length
    const end = index + line.trimEnd().length
    return start < end ? [{ start, end }] : []
  })

function branchOf(node: Extract<Node, { readonly arms: readonly Arm[] }>): readonly BranchPoint[] {
  const otherwise = unwrittenElse(node)
  const paths = [...node.arms.map(({ tag }) => tag), ...(otherwise ? [otherwise] : [])].map(spanOf)
  if (paths.length < 2) return []
  const isIf = paths.length === 2 && (node.type === 'if' || node.type === 'unless')
  return [{ ...spanOf(node), type: isIf ? 'if' : 'switch', paths }]
}
