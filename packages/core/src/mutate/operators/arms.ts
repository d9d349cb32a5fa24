import { isBlank } from '../../decide/message.ts'
import type { Arm } from '../../syntax/tree.ts'
import { collect } from '../../syntax/walk.ts'
import { type Span, spanOf, textOf } from '../../text/span.ts'
import type { Mutant, Operator } from '../mutant.ts'
import { liveArms } from './conditions.ts'

/** Empties an arm, drops `else`, and gives neighbours each other's text. */
export const arms: Operator = ({ nodes, source }) =>
  collect(nodes, (node) => {
    // A line of `{% liquid %}` is more than its tag.
    const all = liveArms(node).filter(({ tag }) => source.startsWith('{%', tag.start))
    return all.flatMap((arm, at) => {
      const next = all[at + 1]
      return [
        ...emptied(arm, source),
        ...(arm.kind === 'else' ? [withoutElse(arm)] : []),
        ...(next ? swapped(arm, next, source) : []),
      ]
    })
  })

const bodyOf = ({ tag, end }: Arm): Span => spanOf(tag.end, end)
const tagOf = ({ tag }: Arm): Span => spanOf(tag.start, tag.end)

function emptied(arm: Arm, source: string): readonly Mutant[] {
  const body = bodyOf(arm)
  if (isBlank(textOf(source, body))) return []
  const edits = [{ ...body, text: '' }]
  return [{ operator: 'empty-arm', span: tagOf(arm), fault: 'nothing in this branch', edits }]
}

const withoutElse = (arm: Arm): Mutant => ({
  operator: 'drop-else',
  span: tagOf(arm),
  fault: 'no else',
  edits: [{ start: arm.start, end: arm.end, text: '' }],
})

function swapped(arm: Arm, next: Arm, source: string): readonly Mutant[] {
  const [first, second] = [bodyOf(arm), bodyOf(next)]
  const [before, after] = [textOf(source, first), textOf(source, second)]
  if (before.trim() === after.trim()) return []
  return [
    {
      operator: 'swap-arms',
      span: tagOf(arm),
      fault: 'the texts of this branch and the next one swapped',
      edits: [
        { ...first, text: after },
        { ...second, text: before },
      ],
    },
  ]
}
