import { compile } from '../render/compile.ts'
import type { Rendered, RenderFailure } from '../render/rendered.ts'
import type { Question } from './analysis.ts'
import { contextFor, placeholdersFor } from './message.ts'

/**
 * What the customer behind one value of the language variable gets.
 * @param value null where the request names no language
 * @param code the one-time code to show; a fake one
 */
export function renderValue(
  question: Question,
  value: string | null,
  code = '123456',
):
  | { readonly ok: true; readonly rendered: Rendered }
  | { readonly ok: false; readonly failure: RenderFailure } {
  const result = compile(question.template.source, question.template)
  if (!result.ok) return result
  const context = contextFor(question, value, code)
  return result.compiled.render(context, placeholdersFor(question, context))
}
