import type { Filtered, Node } from '../../syntax/tree.ts'
import { collect } from '../../syntax/walk.ts'
import { shortened } from '../../text/shortened.ts'
import { type Span, spanOf, textOf } from '../../text/span.ts'
import type { Mutant, Operator } from '../mutant.ts'

/** Leaves out, repeats and misspells what is put into the message: `@@…@@` and `{{ … }}`. */
export const placeholders: Operator = ({ nodes, source }) =>
  collect(nodes, (node) => {
    if (node.type !== 'placeholder' && node.type !== 'output') return []
    const span = spanOf(node.start, node.end)
    const written = textOf(source, span)
    const shown = shortened(written, 40)
    const copy = { start: span.end, end: span.end, text: ` ${written}` }
    return [
      made('drop-placeholder', span, `no ${shown}`, { ...span, text: '' }),
      made('repeat-placeholder', span, `${shown} twice`, copy),
      ...misspelt(node, source, span),
    ]
  })

const made = (
  operator: Mutant['operator'],
  span: Span,
  fault: string,
  edit: Mutant['edits'][number],
): Mutant => ({ operator, span, fault, edits: [edit] })

/** The name without its second letter. */
function misspelt(node: Node, source: string, span: Span): readonly Mutant[] {
  const name = nameIn(node)
  if (name === undefined || name.end - name.start < 2) return []
  const written = textOf(source, name)
  const wrong = written.slice(0, 1) + written.slice(2)
  const edit = { ...name, text: wrong }
  return [made('misspell-placeholder', span, `${wrong} instead of ${written}`, edit)]
}

const nameIn = (node: Node): Span | undefined => {
  if (node.type === 'placeholder') return spanOf(node.start + 2, node.end - 2)
  return node.type === 'output' && node.value ? variableIn(node.value) : undefined
}

/** The whole path of a variable that is written without brackets. */
function variableIn({ expression }: Filtered): Span | undefined {
  if (expression.type !== 'variable' || expression.root !== undefined) return undefined
  const isPlain = expression.path.every((step) => typeof step === 'string')
  return isPlain ? spanOf(expression.start, expression.end) : undefined
}
