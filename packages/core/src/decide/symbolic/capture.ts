import { print } from '../../render/values.ts'
import { type Formulas, no, not, yes } from '../logic/formula.ts'
import { printedChain } from './apply.ts'
import { keyOf, unknown } from './unknown.ts'
import { type Case, type Cases, constant, type Piece, tidy, type Value } from './value.ts'

/** More texts than this of one capture are not told apart. */
const mostTexts = 512

/** Puts in the place of captures the texts that they may have caught. */
export function flatten(formulas: Formulas, cases: Cases): Cases {
  if (!cases.some(({ value }) => value.kind === 'captured')) return cases
  return tidy(
    formulas,
    cases.flatMap((one) =>
      one.value.kind === 'captured'
        ? texts(formulas, one.value.pieces).map(({ when, value }) => ({
            when: formulas.and(one.when, when),
            value,
          }))
        : [one],
    ),
  )
}

function texts(formulas: Formulas, pieces: readonly Piece[]): Cases {
  let found: Cases = [{ when: yes, value: constant('') }]
  for (const piece of pieces) {
    found = tidy(
      formulas,
      found.flatMap(({ when, value }): Case[] => {
        const both = formulas.and(when, piece.when)
        const neither = formulas.and(when, not(piece.when))
        return [
          ...(both === no ? [] : [{ when: both, value: joined(value, piece) }]),
          ...(neither === no ? [] : [{ when: neither, value }]),
        ]
      }),
    )
    if (found.length > mostTexts) {
      const key = keyOf({ kind: 'captured', pieces })
      const reason = `a capture with more than ${mostTexts} texts`
      return [{ when: yes, value: unknown(key, reason, pieces[0]!.span, false) }]
    }
  }
  return found
}

/** A text with a piece after it: a filtered language value stays one only if it stands alone. */
function joined(before: Value, piece: Piece): Value {
  const { value } = piece
  if (before.kind === 'constant' && value.kind === 'constant')
    return constant(print(before.value) + print(value.value))
  const chain = printedChain(value)
  if (before.kind === 'constant' && before.value === '' && chain) return { kind: 'text', chain }
  if (value.kind === 'constant' && print(value.value) === '') return before
  const reason =
    value.kind === 'unknown' ? value.reason : 'a capture that joins the language with other text'
  return unknown(`${keyOf(before)} + ${keyOf(value)}`, reason, piece.span, false)
}
