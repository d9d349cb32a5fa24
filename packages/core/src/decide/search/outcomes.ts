import type { Compiled } from '../../render/compile.ts'
import type { Outcome, Question } from '../analysis.ts'
import { contextFor, countCodes, fakeCodeFor, placeholdersFor } from '../message.ts'
import type { Candidate } from './values.ts'

/** An outcome with all candidates that get it, the most telling first. */
export interface FoundOutcome extends Outcome {
  readonly candidates: readonly [Candidate, ...Candidate[]]
}

/** Groups candidates by the message that they get, in the order of their first candidates. */
export function findOutcomes(
  question: Question,
  compiled: Compiled,
  candidates: readonly Candidate[],
  languages: readonly string[],
): readonly FoundOutcome[] {
  const code = fakeCodeFor(question.template.source)
  const classes = new Map<string, [Candidate, ...Candidate[]]>()
  for (const candidate of candidates) {
    const text = textFor(question, compiled, candidate.value, code)
    if (text === undefined) continue
    const known = classes.get(text)
    if (known === undefined) classes.set(text, [candidate])
    else known.push(candidate)
  }
  return [...classes].flatMap(([text, found]) => {
    const values = found.map(({ value }) => value)
    const value = values.includes(null) ? null : found[0].value
    const context = contextFor(question, value, code)
    const rendered = compiled.render(context, placeholdersFor(question, context))
    if (!rendered.ok) return []
    return {
      value,
      candidates: found,
      realistic: found
        .filter(({ domain }) => domain === 'tag' || domain === 'real')
        .map((candidate) => candidate.value),
      languages: languages.filter((language) => values.includes(language)),
      rendered: rendered.rendered,
      codes: codesIn(question, compiled, text, value, code),
    }
  })
}

/** The text for one value; undefined where the engine stops, which then is no message at all. */
export function textFor(
  question: Question,
  compiled: Compiled,
  value: string | null,
  code: string,
): string | undefined {
  const context = contextFor(question, value, code)
  const result = compiled.renderText(context, placeholdersFor(question, context))
  return result.ok ? result.text : undefined
}

/** A filter may spell the code out (`1.2.3`): then it is there if another code gives another text. */
function codesIn(
  question: Question,
  compiled: Compiled,
  text: string,
  value: string | null,
  code: string,
): number {
  const plain = countCodes(text, code)
  if (plain > 0) return plain
  const other = [...code].reverse().join('')
  return textFor(question, compiled, value, other) === text ? 0 : 1
}
