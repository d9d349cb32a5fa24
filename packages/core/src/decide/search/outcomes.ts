import type { Compiled } from '../../render/compile.ts'
import type { Failure, Outcome, Question } from '../analysis.ts'
import { contextFor, countCodes, fakeCodeFor, placeholdersFor } from '../message.ts'
import type { Candidate } from './values.ts'

/** An outcome with all candidates that get it, the most telling first. */
export interface FoundOutcome extends Outcome {
  readonly candidates: readonly [Candidate, ...Candidate[]]
  /** Whether the code may stand in it twice. */
  readonly repeatsCode: boolean
}

/** Milliseconds: an ordinary template takes a thousandth of it, a hostile one shall not hang anybody. */
const longest = 500

export interface Found {
  /** How many candidates were rendered before the search ended. */
  readonly tried: number
  readonly outcomes: readonly FoundOutcome[]
  readonly failures: readonly Failure[]
}

/** Groups candidates by the message that they get, in the order of their first candidates. */
export function findOutcomes(
  question: Question,
  compiled: Compiled,
  candidates: readonly Candidate[],
  languages: readonly string[],
): Found {
  const code = fakeCodeFor(question.template.source)
  const classes = new Map<string, [Candidate, ...Candidate[]]>()
  const failures = new Map<number, Failure>()
  const deadline = Date.now() + longest
  let tried = 0
  for (const candidate of candidates) {
    const { value } = candidate
    tried++
    const result = textFor(question, compiled, value, code)
    if (!result.ok) {
      const { failure } = result
      if (!failures.has(failure.span.start)) failures.set(failure.span.start, { value, failure })
      if (failure.kind === 'limit') break
      continue
    }
    if (Date.now() > deadline) break
    const known = classes.get(result.text)
    if (known === undefined) classes.set(result.text, [candidate])
    else known.push(candidate)
  }
  const outcomes = [...classes].flatMap(([text, found]) => {
    if (Date.now() > deadline + longest) return []
    const values = found.map(({ value }) => value)
    const value = values.includes(null) ? null : found[0].value
    const context = contextFor(question, value, code)
    const rendered = compiled.render(context, placeholdersFor(question, context))
    if (!rendered.ok) return []
    return {
      value,
      candidates: found,
      realistic: found.filter(({ real }) => real).map((candidate) => candidate.value),
      languages: languages.filter((language) => values.includes(language)),
      rendered: rendered.rendered,
      codes: codesIn(question, compiled, text, value, code),
      repeatsCode: repeatsCode(question),
    }
  })
  return { tried, outcomes, failures: [...failures.values()] }
}

const repeatsCode = ({ profile: { repeatsCode: where }, variables }: Question): boolean =>
  typeof where === 'object' ? variables[where.variable] === where.value : where === true

function textFor(
  question: Question,
  compiled: Compiled,
  value: string | null,
  code: string,
): ReturnType<Compiled['renderText']> {
  const context = contextFor(question, value, code)
  return compiled.renderText(context, placeholdersFor(question, context))
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
  const result = textFor(question, compiled, value, other)
  return result.ok && result.text === text ? 0 : 1
}
