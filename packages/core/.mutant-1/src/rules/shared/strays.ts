import type { Expression, Filtered } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'

/** Something in the place of an operator that is none. */
export interface Stray extends Span {
  /** The word that stands there; absent where a value follows a value with nothing in between. */
  readonly word?: string
  /** Two operators in a row, `<>`: LiquidJS reads them both, and the test fails for everybody. */
  readonly isPair?: boolean
}

/** An operand or an operator as it stands in the source. */
interface Piece extends Span {
  readonly operator?: string
  /** The name, for an operand that could be a word: a variable without a path. */
  readonly word?: string
}

/**
 * The words that an author took for operators, in source order. LiquidJS reads such a word as one
 * more operand and in the end forgets all operands but the first.
 */
export function straysIn({ expression, ignored }: Filtered): readonly Stray[] {
  const pieces = [expression, ...ignored].flatMap(piecesOf).sort((a, b) => a.start - b.start)
  const strays: Stray[] = []
  for (let at = 1; at < pieces.length; at++) {
    const [before, piece, after] = [pieces[at - 1]!, pieces[at]!, pieces[at + 1]]
    if (before.operator && piece.operator && before.end === piece.start) {
      const word = before.operator + piece.operator
      strays.push({ start: before.start, end: piece.end, word, isPair: true })
    }
    if (before.operator || piece.operator) continue
    if (piece.word === 'is' && after?.operator === 'not')
      strays.push({ start: piece.start, end: after.end, word: 'is not' })
    else if (at === 1 && isNot(before)) strays.push(stray(before))
    else strays.push(stray(piece))
    // What follows the word is its second operand.
    if (piece.word !== undefined && after && !after.operator && !isNot(before)) at++
  }
  return strays
}

const isNot = ({ word }: Piece): boolean => word?.toLowerCase() === 'not'

const stray = ({ start, end, word }: Piece): Stray =>
  word === undefined ? { start, end } : { start, end, word }

function piecesOf(expression: Expression): readonly Piece[] {
  const { start, end } = expression
  switch (expression.type) {
    case 'binary': {
      const { operatorSpan, operator, left, right } = expression
      return [...piecesOf(left), { ...operatorSpan, operator }, ...piecesOf(right)]
    }
    case 'not':
      return [{ ...expression.operatorSpan, operator: 'not' }, ...piecesOf(expression.operand)]
    case 'missing':
      return []
    case 'variable': {
      const [word] = expression.path
      const isWord = expression.root === undefined && expression.path.length === 1
      return [{ start, end, ...(isWord && typeof word === 'string' && { word }) }]
    }
    default:
      return [{ start, end }]
  }
}
