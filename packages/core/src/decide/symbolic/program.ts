import type { Arm, Node } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Formula, Formulas } from '../logic/formula.ts'
import type { Piece } from './value.ts'

/** A template as formulas: which piece is put into the message when, which arm is entered when. */
export interface Program {
  readonly formulas: Formulas
  /** In the order in which they are put in. */
  readonly pieces: readonly Emission[]
  readonly arms: readonly EnteredArm[]
  /** Inputs whose values the schema lists, and those that are told apart. */
  readonly inputs: ReadonlyMap<string, readonly unknown[]>
  /** The inputs that may be anything else as well: their first value stands for all others. */
  readonly told: ReadonlySet<string>
  /** Why nothing can be said about the template as a whole. */
  readonly undecided?: { readonly reason: string; readonly span: Span }
}

export interface Emission extends Piece {
  /** The arms around it, outermost first, by index in `arms`. */
  readonly within: readonly number[]
}

export interface EnteredArm {
  readonly arm: Arm
  readonly block: Extract<Node, { arms: readonly Arm[] }>
  readonly when: Formula
  /** Index of the arm around its block. */
  readonly parent: number | undefined
}
