import type { Arm, Filtered, Node } from '../../syntax/tree.ts'
import { armsOf, walk } from '../../syntax/walk.ts'

/** A value with filters and what comes of it. */
export interface Reading {
  readonly value: Filtered
  /** Where the text that belongs to it ends. */
  readonly end: number
  /** The arm that it decides about. */
  readonly arm?: Arm
  readonly isPrinted: boolean
}

/** Every value with filters that the nodes hold: tests, subjects, assigned and printed values. */
export function readingsOf(nodes: readonly Node[]): readonly Reading[] {
  const readings: Reading[] = []
  walk(nodes, (node) => {
    for (const arm of armsOf(node))
      if (arm.condition)
        readings.push({ value: arm.condition, end: arm.tag.args.end, arm, isPrinted: false })
    if (node.type === 'case' && node.subject)
      readings.push({ value: node.subject, end: node.opening.args.end, isPrinted: false })
    if ((node.type === 'assign' || node.type === 'echo') && node.value)
      readings.push({ value: node.value, end: node.tag.args.end, isPrinted: node.type === 'echo' })
    if (node.type === 'output' && node.value)
      readings.push({ value: node.value, end: node.end - '}}'.length, isPrinted: true })
  })
  return readings
}
