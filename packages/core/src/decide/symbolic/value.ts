import type { Span } from '../../text/span.ts'
import type { Chain } from '../logic/chain.ts'
import type { Formula, Formulas } from '../logic/formula.ts'
import { no } from '../logic/formula.ts'
import type { Told } from './told.ts'

/** What an expression may be, as far as it depends on the language value. */
export type Value =
  /** A value of LiquidJS, its drops for nil, empty and blank included. */
  | { readonly kind: 'constant'; readonly value: unknown }
  /** The filtered language value, a text. */
  | { readonly kind: 'text'; readonly chain: Chain }
  /** What `split` makes of it; the separator is not empty. */
  | { readonly kind: 'list'; readonly chain: Chain; readonly separator: string }
  /** The first pieces of such a list, as many as `slice` takes. */
  | {
      readonly kind: 'pieces'
      readonly chain: Chain
      readonly separator: string
      readonly most: number
    }
  /** Its number of UTF-16 units, or of the pieces between separators. */
  | { readonly kind: 'size'; readonly chain: Chain; readonly separator?: string }
  /** What a capture caught: pieces of text, each there where its formula holds. */
  | { readonly kind: 'captured'; readonly pieces: readonly Piece[] }
  /** White space of unknown length. */
  | { readonly kind: 'blank'; readonly key: string }
  /** The one-time code as a variable. */
  | { readonly kind: 'code'; readonly path: string }
  /** Anything else. Equal keys mean equal values. */
  | Unknown

export interface Unknown {
  readonly kind: 'unknown'
  readonly key: string
  readonly reason: string
  readonly span: Span
  /** The text that the question gives it. */
  readonly known?: { readonly value: unknown }
  /** Not made from the language value, and so never a place for a code. */
  readonly free: boolean
  /** Set for an input, as long as nothing but filters of texts were applied. */
  readonly told?: Told
}

/** Something that is put into the message. */
export interface Piece {
  readonly when: Formula
  readonly value: Value
  /** The node that puts it in. */
  readonly span: Span
}

/** A value by cases: exactly one formula holds for any inputs. */
export type Cases = readonly Case[]

export interface Case {
  readonly when: Formula
  readonly value: Value
}

export const constant = (value: unknown): Value => ({ kind: 'constant', value })

export const always = (when: Formula, value: Value): Cases => [{ when, value }]

/** Drops impossible cases and joins those with the same plain constant. */
export function tidy(formulas: Formulas, cases: Cases): Cases {
  const plain = new Map<unknown, number>()
  const kept: Case[] = []
  for (const { when, value } of cases) {
    if (when === no) continue
    if (value.kind !== 'constant' || (typeof value.value === 'object' && value.value !== null)) {
      kept.push({ when, value })
      continue
    }
    const at = plain.get(value.value)
    if (at === undefined) {
      plain.set(value.value, kept.length)
      kept.push({ when, value })
    } else kept[at] = { when: formulas.or(kept[at]!.when, when), value }
  }
  return kept
}
