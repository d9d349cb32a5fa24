import type { Arm, Filtered, Node, Template } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'
import { languageNames, testsLanguage } from './language-tests.ts'

/** What the questions need to know of an arm. */
export interface ArmFacts {
  readonly arm: Arm
  /** The block that the arm belongs to. */
  readonly block: Extract<Node, { arms: readonly Arm[] }>
  /** Whether some arm of the block is entered depending on the language. */
  readonly byLanguage: boolean
  /** Whether the arm can put letters of its own into the message. */
  readonly hasLetters: boolean
}

/** Facts of every arm, keyed by the offset at which the arm starts. */
export function armFacts(template: Template, variable: string): ReadonlyMap<number, ArmFacts> {
  const names = languageNames(template, variable)
  const facts = new Map<number, ArmFacts>()
  walk(template.nodes, (node) => {
    if (!('arms' in node)) return
    const subject: Filtered | undefined = node.type === 'case' ? node.subject : undefined
    const byLanguage = node.arms.some((arm) => testsLanguage(arm, subject, names))
    for (const arm of node.arms)
      facts.set(arm.start, { arm, block: node, byLanguage, hasLetters: hasLetters(arm.body) })
  })
  return facts
}

/** Text inside `capture` is not counted: it is emitted elsewhere or nowhere. */
function hasLetters(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return /[a-z]/i.test(node.value) || /\p{L}/u.test(node.value)
    if ('arms' in node) return node.arms.some((arm) => hasLetters(arm.body))
    if (node.type === 'output' || node.type === 'echo') return printsLetters(node.value)
    return (node.type === 'block' || node.type === 'liquid') && hasLetters(node.body)
  })
}

/** Whether a constant text is printed: what a tag without text around it, such as `liquid`, speaks with. */
const printsLetters = (value: Filtered | undefined): boolean =>
  value?.expression.type === 'literal' && /\p{L}/u.test(String(value.expression.value ?? ''))
