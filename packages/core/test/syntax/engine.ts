import { Liquid, Tokenizer, TypeGuards } from 'liquidjs'
import { expect } from 'vitest'
import { leaves } from '../../src/syntax/leaves.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { Arm, Node, Template } from '../../src/syntax/tree.ts'
import { childrenOf, expressionsOf, walk, walkExpression } from '../../src/syntax/walk.ts'
import type { Span } from '../../src/text/span.ts'
import { cpuClock } from '../cpu.ts'

/** LiquidJS as Codeword takes it to be: default options, nothing read from disk. */
export const engine: Liquid = new Liquid({ templates: {} })

/** What LiquidJS says against a text, or undefined where it accepts it. */
export const objection = (source: string): string | undefined => {
  try {
    engine.parse(source)
    return undefined
  } catch (error) {
    return String(error)
  }
}

const isInside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end

/** What is wrong with the spans of a tree, in words; empty where all is well. */
export const spanFaults = (template: Template): string[] => {
  const faults: string[] = []
  const source: Span = { start: 0, end: template.source.length }
  const within = (inner: Span, outer: Span, what: string) => {
    if (isInside(inner, outer)) return
    faults.push(`${what} ${inner.start}-${inner.end} is not inside ${outer.start}-${outer.end}`)
  }
  const withinArm = (arm: Arm, node: Node) => {
    within(arm, node, arm.kind)
    within(arm.tag, arm, 'tag')
    within(arm.tag.nameSpan, arm.tag, 'name')
    within(arm.tag.args, arm.tag, 'arguments')
    for (const child of arm.body) within(child, arm, `${child.type} in ${arm.kind}`)
  }
  let at = 0
  for (const leaf of leaves(template)) {
    if (leaf.start !== at || leaf.end <= at) faults.push(`leaf ${leaf.start}-${leaf.end} at ${at}`)
    at = leaf.end
  }
  if (at !== source.end) faults.push(`leaves end at ${at} of ${source.end}`)
  for (const problem of template.errors) {
    within(problem, source, problem.code)
    if (problem.start === problem.end) faults.push(`${problem.code} is empty`)
  }
  walk(template.nodes, (node) => {
    within(node, source, node.type)
    for (const child of childrenOf(node)) within(child, node, `${child.type} in ${node.type}`)
    for (const arm of 'arms' in node ? node.arms : []) withinArm(arm, node)
    for (const expression of expressionsOf(node)) {
      walkExpression(expression, (part) => within(part, node, part.type))
    }
  })
  return faults
}

/** The texts that LiquidJS's tokenizer leaves after whitespace control, by offset. */
const textsOf = (source: string): Map<number, string> =>
  new Map(
    new Tokenizer(source)
      .readTopLevelTokens()
      .flatMap((token) =>
        TypeGuards.isHTMLToken(token) ? [[token.begin, token.getContent()]] : [],
      ),
  )

/** Where our texts differ from LiquidJS's; comments and raw hold none of ours. */
const textFaults = (template: Template): string[] => {
  const texts = textsOf(template.source)
  const ours: { start: number; end: number; value: string }[] = []
  walk(template.nodes, (node) => {
    const { start, end } = node
    if (node.type !== 'text' && node.type !== 'placeholder') return
    const value = node.type === 'text' ? node.value : template.source.slice(start, end)
    const last = ours.at(-1)
    if (last?.end === start) ours.splice(-1, 1, { ...last, end, value: last.value + value })
    else ours.push({ start, end, value })
  })
  return ours
    .filter(({ start, value }) => texts.get(start) !== value)
    .map(({ start, value }) => `text at ${start} is ${value}, not ${texts.get(start)}`)
}

/** A tree, and the milliseconds of CPU that parsing took. */
export const timedParse = (source: string): { template: Template; milliseconds: number } => {
  const cpu = cpuClock()
  const template = parse(source)
  return { template, milliseconds: cpu() }
}

/**
 * Expects of a text what holds for every text: sound spans, and problems if and only if LiquidJS
 * objects.
 * @returns the tree, and the milliseconds of CPU that parsing took.
 */
export const expectSound = (source: string): { template: Template; milliseconds: number } => {
  const { template, milliseconds } = timedParse(source)
  expect(spanFaults(template)).toEqual([])
  const said = objection(source)
  if (said === undefined) expect(template.errors).toEqual([])
  else expect(template.errors, said).not.toEqual([])
  if (said === undefined) expect(textFaults(template)).toEqual([])
  return { template, milliseconds }
}
