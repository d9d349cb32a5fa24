import {
  customer,
  languageName,
  type OpenTemplate,
  renderValue,
  type Segmentation,
  segment,
} from '@codeword/core'
import { Failure } from '../failure.ts'
import { rejected } from '../open-one-template.ts'

/** One text that is to be sent, and what it is expected to take. */
export interface PlannedMessage {
  /** Who would get it: `French`, `a customer whose request names no language`. */
  readonly who: string
  /** What the language variable holds. */
  readonly value: string | null
  readonly text: string
  readonly predicted: Segmentation
}

/** @throws Failure where the engine makes no message, or one that nobody can send */
export function planOne(
  path: string,
  opened: OpenTemplate,
  value: string | null,
  who: string = customer(value),
): PlannedMessage {
  const result = renderValue(opened.question, value)
  if (!result.ok) throw rejected(path, opened, result.failure)
  const { text } = result.rendered
  if (text.trim() === '')
    throw new Failure(`${path}: ${who} gets an empty message, which Twilio does not take`)
  return { who, value, text, predicted: segment(text) }
}

/**
 * One message for each outcome of the decision table; empty ones cannot be sent and are left out.
 * @throws Failure where Liquid rejects the template
 */
export function planAll(path: string, opened: OpenTemplate): readonly PlannedMessage[] {
  const { outcomes = [] } = opened.analysis() ?? {}
  if (outcomes.length === 0) planOne(path, opened, null)
  return outcomes
    .filter(({ rendered }) => rendered.text.trim() !== '')
    .map(({ value, languages }) => {
      const [language] = languages
      const names = languages.map((tag) => languageName(tag)).join(', ')
      return planOne(path, opened, language ?? value, names === '' ? customer(value) : names)
    })
}
