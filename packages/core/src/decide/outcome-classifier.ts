import { compile } from '../render/compile.ts'
import type { Analysis, Question } from './analysis.ts'
import { classifier } from './compile/classify.ts'
import { valueSpace } from './domains/value-space.ts'
import { contextFor, fakeCodeFor, placeholdersFor } from './message.ts'

/**
 * The place in `Analysis.outcomes` of the message that a value of the language variable gets;
 * `unlisted` where it is none of them.
 * @param value null where the request names no language
 */
export type OutcomeClassifier = (value: string | null) => number

/** The value gets a message that the table does not list, or none since rendering stops. */
export const unlisted = -1

/** Real requests repeat a few thousand values; more distinct ones than this are not kept. */
const mostKept = 20_000

/** UTF-16 units; a longer value is rendered each time, so that the memory has a bound. */
const longestKept = 1_000

/**
 * Sorts values into the outcomes of an analysis: by formulas where the template is decided by its language
 * alone, else by rendering each distinct value once.
 * @param analysis made from `question`
 */
export function outcomeClassifier(question: Question, analysis: Analysis): OutcomeClassifier {
  const { held } = valueSpace(question)
  const classify = remembered(byFormulas(question, analysis) ?? byRendering(question, analysis))
  return (value) => classify(held(value))
}

/** Values of one class get one message, unless the message shows the value itself: then nothing is told apart. */
function byFormulas(question: Question, { outcomes }: Analysis): OutcomeClassifier | undefined {
  const compiled = classifier(question)
  if (compiled === undefined) return undefined
  const { classOf } = compiled
  const indexes = new Map(outcomes.map(({ value }, index) => [classOf(value), index]))
  if (indexes.size < outcomes.length) return undefined
  return (value) => indexes.get(classOf(value)) ?? unlisted
}

function byRendering(question: Question, { outcomes }: Analysis): OutcomeClassifier {
  const indexes = new Map(outcomes.map(({ rendered }, index) => [rendered.text, index]))
  const code = fakeCodeFor(question.template.source)
  const result = compile(question.template.source)
  if (!result.ok) return () => unlisted
  const { compiled } = result
  return (value) => {
    const context = contextFor(question, value, code)
    const message = compiled.renderText(context, placeholdersFor(question, context))
    return message.ok ? (indexes.get(message.text) ?? unlisted) : unlisted
  }
}

function remembered(classify: OutcomeClassifier): OutcomeClassifier {
  const known = new Map<string | null, number>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    if (value !== null && value.length > longestKept) return classify(value)
    if (known.size >= mostKept) known.clear()
    const kept = value === null ? null : copyOf(value)
    const found = classify(kept)
    known.set(kept, found)
    return found
  }
}

/** A part of a longer text keeps all of that text in memory; its copy does not. */
const copyOf = (text: string): string => JSON.parse(JSON.stringify(text)) as string
