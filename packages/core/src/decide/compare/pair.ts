import { type Compiled, compile } from '../../render/compile.ts'
import type { Rendered } from '../../render/rendered.ts'
import type { Question } from '../analysis.ts'
import { type ValueSpace, valueSpace } from '../domains/value-space.ts'
import { contextFor, fakeCodeFor, placeholdersFor } from '../message.ts'
import type { Entry } from '../solve/pool.ts'
import { supportedLanguages } from '../supported.ts'

/** One of two templates that are compared, as LiquidJS renders it. */
export interface Side {
  readonly question: Question
  /** False where Liquid rejects the template: it gives nobody anything. */
  readonly accepted: boolean
  /** undefined where rendering stops. */
  readonly text: (inputs: Inputs) => string | undefined
  readonly rendered: (inputs: Inputs) => Rendered | undefined
}

/** A value of the language variable and those of the other inputs that the schema lists. */
export type Inputs = Pick<Entry, 'value' | 'inputs'>

/** Two templates that are compared. */
export interface Pair {
  readonly before: Side
  readonly after: Side
  /** The fake code in the texts of both: neither template holds it. */
  readonly code: string
  /** The languages that either serves, the new one's first. */
  readonly languages: readonly string[]
  /** What the language variable of both may hold. */
  readonly space: ValueSpace
}

export function pairOf(before: Question, after: Question): Pair {
  const code = fakeCodeFor(before.template.source + after.template.source)
  const languages = [...new Set([...supportedLanguages(after), ...supportedLanguages(before)])]
  const space = spaceOf(before, after)
  return { before: sideOf(before, code), after: sideOf(after, code), code, languages, space }
}

/** Where another value than before stands in for a missing header, who sends none is a case of its own. */
function spaceOf({ whenMissing }: Question, after: Question): ValueSpace {
  const { whenMissing: _, ...profileOnly } = after
  return valueSpace(after.whenMissing === whenMissing ? after : profileOnly)
}

function sideOf(question: Question, code: string): Side {
  const result = compile(question.template.source, question.template)
  if (!result.ok)
    return { question, accepted: false, text: () => undefined, rendered: () => undefined }
  const { compiled } = result
  const variables = ({ value, inputs }: Inputs): Parameters<Compiled['render']> => {
    const context = contextFor(question, value, code, inputs)
    return [context, placeholdersFor(question, context)]
  }
  return {
    question,
    accepted: true,
    text: (inputs) => {
      const message = compiled.renderText(...variables(inputs))
      return message.ok ? message.text : undefined
    },
    rendered: (inputs) => {
      const message = compiled.render(...variables(inputs))
      return message.ok ? message.rendered : undefined
    },
  }
}
