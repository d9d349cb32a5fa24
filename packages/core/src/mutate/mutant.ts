import type { Profile } from '../profile/profile.ts'
import type { Template } from '../syntax/tree.ts'
import type { Edit, Span } from '../text/span.ts'

/** What is done to a template; docs/mutation.md describes each. */
export type OperatorName =
  | 'drop-placeholder'
  | 'repeat-placeholder'
  | 'misspell-placeholder'
  | 'drop-filter'
  | 'swap-tag'
  | 'narrow-tag'
  | 'widen-tag'
  | 'equals-for-contains'
  | 'contains-for-equals'
  | 'negate-condition'
  | 'or-for-and'
  | 'and-for-or'
  | 'empty-arm'
  | 'drop-else'
  | 'swap-arms'
  | 'keep-whitespace'

/** A template with one fault planted in it, as the edits that plant it. */
export interface Mutant {
  readonly operator: OperatorName
  /** The source to show people. */
  readonly span: Span
  /** What is other than in the template, in a few words: `'fr-FR' instead of 'fr'`. */
  readonly fault: string
  readonly edits: readonly Edit[]
}

/** Plants its faults everywhere that it can, in source order. */
export type Operator = (template: Template, profile: Profile) => readonly Mutant[]
