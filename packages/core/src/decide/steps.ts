import { parse } from '../syntax/parse.ts'
import type { Arm, Case, Conditional, Node, Template } from '../syntax/tree.ts'
import { expressionsOf, pathOf, tagOf, walk, walkExpression } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'
import type { Question } from './analysis.ts'
import { renderValue } from './render-value.ts'

/** One thing that a template does on the way to a message, in the order in which LiquidJS does them. */
export type Step = Naming | Choice

/** A tag gives a name its value. */
export interface Naming extends Held {
  readonly type: 'naming'
  readonly tag: Span
}

/** A block decides which of its arms are rendered. */
export interface Choice {
  readonly type: 'choice'
  /** What its tests read, as it is before the block. */
  readonly read: readonly Held[]
  readonly arms: readonly TriedArm[]
}

/** A dotted name and what it holds; null: nothing. */
export interface Held {
  readonly name: string
  readonly value: unknown
}

/** The span is that of the whole arm. */
export interface TriedArm extends Span {
  readonly tag: Span
  /** `unasked`: another arm was taken before its turn. */
  readonly result: 'taken' | 'passed' | 'unasked'
}

/**
 * How one value of the language variable comes to its message: LiquidJS renders the template with an output put
 * before each block, after each name that is given and into each arm, and what they print tells the way. What stands
 * in a `capture` or a `liquid` tag has no place for them and is passed over.
 *
 * @param value null where the request names no language
 * @returns undefined where Liquid rejects the template, or stops while it renders it with what was put in
 */
export function stepsFor(question: Question, value: string | null): readonly Step[] | undefined {
  const { source, probes } = withProbes(question.template)
  const result = renderValue({ ...question, template: parse(source) }, value)
  if (!result.ok) return undefined
  const { text, parts } = result.rendered
  const steps: (Naming | OpenChoice)[] = []
  const newest = new Map<Block, OpenChoice>()
  for (const { start, end, source: from } of parts) {
    const probe = probes.get(from.start)
    const held = (name: string): Held => ({ name, value: heldIn(text.slice(start, end)) })
    if (probe?.type === 'name') steps.push({ ...held(probe.name), type: 'naming', tag: probe.tag })
    if (probe?.type === 'read') newest.get(probe.block)?.read.push(held(probe.name))
    if (probe?.type === 'arm') newest.get(probe.block)?.taken.add(probe.arm)
    if (probe?.type !== 'block') continue
    const choice: OpenChoice = { type: 'choice', block: probe.block, read: [], taken: new Set() }
    newest.set(probe.block, choice)
    steps.push(choice)
  }
  return steps.map((step) =>
    step.type === 'naming' ? step : { type: 'choice', read: step.read, arms: triedArms(step) },
  )
}

type Block = Conditional | Case

interface OpenChoice {
  readonly type: 'choice'
  readonly block: Block
  readonly read: Held[]
  readonly taken: Set<Arm>
}

type Probe =
  | { readonly type: 'name'; readonly name: string; readonly tag: Span }
  | { readonly type: 'block'; readonly block: Block }
  | { readonly type: 'read'; readonly block: Block; readonly name: string }
  | { readonly type: 'arm'; readonly block: Block; readonly arm: Arm }

/** Printed before a value, so that nothing is printed as something. */
const sign = ':'

const heldIn = (printed: string): unknown =>
  printed === sign ? null : JSON.parse(printed.slice(sign.length))

/** `@` is escaped, for a placeholder in the value would be replaced. */
const reading = (name: string): string =>
  String.raw`{{ ${name} | json | replace: '@', '\\u0040' | prepend: '${sign}' }}`
const passing = `{{ '${sign}' }}`

/** A template with its probes, by the offset at which each stands. */
function withProbes({ source, nodes }: Template): {
  readonly source: string
  readonly probes: ReadonlyMap<number, Probe>
} {
  const placed: { readonly at: number; readonly text: string; readonly probe: Probe }[] = []
  walk(nodes, (node) => {
    const tag = tagOf(node)
    if (tag && (node.type === 'assign' || node.type === 'capture') && node.name !== '') {
      const probe = { type: 'name', name: node.name, tag } as const
      placed.push({ at: node.end, text: reading(node.name), probe })
    }
    if (node.type === 'if' || node.type === 'unless' || node.type === 'case') {
      const block = node
      placed.push({ at: node.start, text: passing, probe: { type: 'block', block } })
      for (const name of namesRead(node))
        placed.push({ at: node.start, text: reading(name), probe: { type: 'read', block, name } })
      for (const arm of node.arms)
        placed.push({ at: arm.tag.end, text: passing, probe: { type: 'arm', block, arm } })
    }
    return node.type !== 'capture' && node.type !== 'liquid'
  })
  const probes = new Map<number, Probe>()
  let probed = ''
  let from = 0
  for (const { at, text, probe } of placed.sort((a, b) => a.at - b.at)) {
    probed += source.slice(from, at)
    probes.set(probed.length, probe)
    probed += text
    from = at
  }
  return { source: probed + source.slice(from), probes }
}

function namesRead(block: Node): ReadonlySet<string> {
  const names = new Set<string>()
  for (const expression of expressionsOf(block))
    walkExpression(expression, (part) => {
      const path = part.type === 'variable' ? pathOf(part) : undefined
      if (path?.every((name) => /^[\w-]+$/.test(name))) names.add(path.join('.'))
    })
  return names
}

function triedArms({ block, taken }: OpenChoice): readonly TriedArm[] {
  const first = block.arms.findIndex((arm) => taken.has(arm))
  return block.arms.map((arm, at) => {
    const { start, end, tag, kind } = arm
    const asked = first < 0 || at < first || (block.type === 'case' && kind === 'when')
    const result = taken.has(arm) ? 'taken' : asked ? 'passed' : 'unasked'
    return { start, end, tag: { start: tag.start, end: tag.end }, result }
  })
}
