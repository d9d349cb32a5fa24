import type { Arguments } from './arguments.ts'
import { maximumDepth } from './expression.ts'
import type { BlockName } from './names.ts'
import type { Arm, Expression, Filtered, Markup, Node, SyntaxProblem } from './tree.ts'

/** An arm whose body is still being filled. */
interface OpenArm {
  readonly kind: Arm['kind']
  readonly tag: Markup
  readonly condition?: Filtered
  readonly values: readonly Expression[]
  readonly body: Node[]
}

/** A block whose end tag has not been seen yet. */
export interface Frame {
  readonly name: BlockName
  readonly end: string
  readonly head: Arguments
  readonly arms: OpenArm[]
  /** How many of the arms are `else`. */
  elses: number
  /** Its opening tag is a problem already: nothing is said if it is never closed. */
  readonly quiet: boolean
  /** Branch tags in its body that it does not take. */
  readonly strayBranches: SyntaxProblem[]
  /** End tags in its body that close nothing. */
  strayEnds: number
}

/** The blocks that are open at one place, and the nodes that are finished. */
export interface Stack {
  readonly frames: Frame[]
  readonly nodes: Node[]
  readonly problems: SyntaxProblem[]
  /** Problems that turned out to follow from another one. */
  readonly retracted: Set<SyntaxProblem>
  /** How many end tags of each name to forgive: their blocks were closed before them. */
  readonly forgiven: Map<string, number>
  /** How many blocks are open beyond the deepest that are built. */
  beyond: number
  /** How many blocks stand around this stack, those of an enclosing `{% liquid %}` included. */
  readonly outer: number
}

export const newStack = (
  outer: number,
  problems: SyntaxProblem[],
  retracted: Set<SyntaxProblem>,
): Stack => ({
  frames: [],
  nodes: [],
  problems,
  retracted,
  forgiven: new Map(),
  beyond: 0,
  outer,
})

export const top = (stack: Stack): Frame | undefined => stack.frames.at(-1)

export const add = (stack: Stack, node: Node): void => {
  const body = top(stack)?.arms.at(-1)?.body ?? stack.nodes
  body.push(node)
}

export const isFull = (stack: Stack): boolean => stack.outer + stack.frames.length >= maximumDepth

const openArm = (kind: Arm['kind'], tag: Markup, head: Arguments): OpenArm =>
  head.value
    ? { kind, tag, condition: head.value, values: head.values, body: [] }
    : { kind, tag, values: head.values, body: [] }

export const open = (
  stack: Stack,
  name: BlockName,
  tag: Markup,
  head: Arguments,
  quiet: boolean,
): void => {
  const kind = name === 'if' || name === 'unless' ? name : 'body'
  const arms = [openArm(kind, tag, head)]
  const counts = { elses: 0, strayBranches: [], strayEnds: 0 }
  stack.frames.push({ name, end: `end${name}`, head, arms, quiet, ...counts })
}

export const branch = (frame: Frame, kind: Arm['kind'], tag: Markup, head: Arguments): void => {
  frame.arms.push(openArm(kind, tag, head))
  if (kind === 'else') frame.elses++
}

/** The finished node of a block. */
const build = (frame: Frame, end: number, closing: Markup | undefined): Node => {
  const { name, head, arms } = frame
  const bodyEnd = closing ? closing.start : end
  const finished = arms.map(
    (arm, at): Arm => ({ ...arm, start: arm.tag.start, end: arms[at + 1]?.tag.start ?? bodyEnd }),
  )
  const [first, ...rest] = finished as [Arm, ...Arm[]]
  const common = { start: first.start, end, ...(closing && { closing }) }
  const { name: variable } = head
  switch (name) {
    case 'if':
    case 'unless':
      return { type: name, ...common, arms: finished }
    case 'case': {
      const subject = head.value && { subject: head.value }
      const { tag: opening, body: preamble } = first
      return { type: 'case', ...common, opening, ...subject, preamble, arms: rest }
    }
    case 'for':
    case 'tablerow': {
      const { collection, parameters } = head
      const loop = { type: name, ...common, variable, parameters }
      return { ...loop, ...(collection && { collection }), arms: finished }
    }
    case 'capture':
      return {
        type: 'capture',
        ...common,
        opening: first.tag,
        name: variable,
        body: first.body,
      }
    case 'block':
      return { type: 'block', ...common, opening: first.tag, body: first.body }
  }
}

const pop = (stack: Stack, end: number, closing?: Markup): void => {
  const frame = stack.frames.pop()
  if (frame) add(stack, build(frame, end, closing))
}

/** Closes the innermost block, which has no end tag of its own. */
const abandon = (stack: Stack, end: number, silently: boolean): void => {
  const frame = top(stack)
  if (!frame) return
  owe(stack, frame.end)
  if (!silently && !frame.quiet && frame.strayEnds === 0) {
    const { start, end: tagEnd } = frame.arms[0]!.tag
    stack.problems.push({ code: 'unclosed-block', start, end: tagEnd, name: frame.name })
    for (const problem of frame.strayBranches) stack.retracted.add(problem)
  }
  pop(stack, end)
}

/**
 * Closes the innermost block that ends with `name`; blocks inside it that are still open get their
 * problem.
 * @returns false where no such block is open.
 */
export const close = (stack: Stack, name: string, closing: Markup): boolean => {
  const at = stack.frames.findLastIndex((frame) => frame.end === name)
  if (at === -1) return false
  while (stack.frames.length > at + 1) abandon(stack, closing.start, false)
  pop(stack, closing.end, closing)
  return true
}

/** Closes what is still open at the end of the tokens and gives the nodes. */
export const finish = (stack: Stack, end: number, silently: boolean): readonly Node[] => {
  while (stack.frames.length > 0) abandon(stack, end, silently)
  return stack.nodes
}

/** Lets one later end tag of that name pass. */
export const owe = (stack: Stack, name: string): void => {
  stack.forgiven.set(name, (stack.forgiven.get(name) ?? 0) + 1)
}

/** Whether an end tag that closes nothing belongs to a block that was closed before it. */
export const forgive = (stack: Stack, name: string): boolean => {
  const owed = stack.forgiven.get(name) ?? 0
  stack.forgiven.set(name, Math.max(owed - 1, 0))
  return owed > 0
}
