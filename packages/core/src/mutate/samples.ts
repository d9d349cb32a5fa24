import type { Question } from '../decide/analysis.ts'
import { contextFor, placeholdersFor } from '../decide/message.ts'
import type { Compiled, Placeholders, Variables } from '../render/compile.ts'

/** What one case gives a template. */
export interface MutationCase {
  /** Unique among the cases. */
  readonly name: string
  /** What the language variable gets; null: nothing. */
  readonly value: string | null
  /** All variables; those of the question if absent. */
  readonly variables?: Variables
}

/** A case, ready to be rendered by many templates. */
export interface Sample {
  readonly name: string
  /** What the template makes of it; undefined: nothing, since Liquid stops. */
  readonly message: string | undefined
  readonly context: Variables
  readonly placeholders: Placeholders
}

const code = '123456'

/** @param compiled the template that all mutants are compared with */
export function sampleOf(
  question: Question,
  compiled: Compiled,
  { name, value, variables = question.variables }: MutationCase,
): Sample {
  const context = contextFor({ ...question, variables }, value, code)
  const placeholders = placeholdersFor(question, context)
  return { name, context, placeholders, message: messageOf(compiled, { context, placeholders }) }
}

/**
 * The first case whose message another template changes, be it to nothing: its exact text is what a snapshot holds.
 * @param compiled undefined where Liquid rejects that template: every case with a message tells
 */
export const firstDifferent = (
  compiled: Compiled | undefined,
  samples: readonly Sample[],
): Sample | undefined => samples.find((sample) => messageOf(compiled, sample) !== sample.message)

/** @returns undefined where Liquid rejects the template or stops */
export function messageOf(
  compiled: Compiled | undefined,
  { context, placeholders }: Pick<Sample, 'context' | 'placeholders'>,
): string | undefined {
  const result = compiled?.renderText(context, placeholders)
  return result?.ok ? result.text : undefined
}
