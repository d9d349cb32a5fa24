import type {
  Capture,
  Fault,
  HeaderQuestion,
  Observed,
  Started,
  StartLogin,
  Syntax,
} from '@codeword/auth0'
import { fixtureCode, type RequestLanguageFacts } from '@codeword/core'
import type { Tenant } from '../connection/tenant.ts'
import { RemoteFailure } from '../failure.ts'
import type { Prediction } from './logins.ts'

/** How the probe asks its questions. */
export interface Asking {
  readonly auth0: Tenant['auth0']
  readonly start: StartLogin
  readonly connection: string
  readonly phone: string
  /** Absent where nobody sees the texts. */
  readonly capture?: Capture
  /** Milliseconds for a text to come in. */
  readonly patience: number
  /** Is told before each login. */
  readonly tell: (what: string) => void
}

/** A login that came to nothing ends the probe: the next would, too, and each may send a message. */
export class NoAnswer extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super('no answer')
    this.fault = fault
  }
}

interface Login {
  readonly started: Started
  /** As it came in; empty where nobody sees it. */
  readonly text: string
}

async function login(
  { start, connection, phone, capture, patience, tell }: Asking,
  what: string,
  headers: Prediction['headers'],
): Promise<Login> {
  tell(what)
  capture?.discard()
  const result = await start({ connection, phone, headers })
  if (!result.ok) throw new NoAnswer(result.fault)
  if (capture === undefined) return { started: result.value, text: '' }
  const text = await capture.next(patience)
  if (text !== undefined) return { started: result.value, text }
  throw new RemoteFailure(
    `no text came in within ${patience / 1000} seconds: does the gateway_url of the connection lead here?`,
  )
}

/** What the template sees of the headers. @throws NoAnswer */
export async function learnHeaders(
  asking: Asking,
  questions: readonly HeaderQuestion[],
): Promise<RequestLanguageFacts> {
  const facts: [string, boolean][] = []
  for (const question of questions) {
    const { started } = await login(asking, `header: ${question.fact}`, question.headers)
    const fact = asking.auth0.headerFact(question, started)
    if (fact !== undefined) facts.push([question.fact, fact])
  }
  return Object.fromEntries(facts)
}

/** A text that came otherwise than predicted. The code in it is the fake one. */
export interface Surprise {
  readonly who: string
  readonly text: string
}

export interface LearntTexts {
  readonly compared: number
  readonly same: number
  /** Known where a predicted text has white space at an end. */
  readonly trims?: boolean
  readonly surprises: readonly Surprise[]
}

/** Whether the texts come as they are predicted. @throws NoAnswer */
export async function learnTexts(
  asking: Asking,
  predicted: readonly Prediction[],
): Promise<LearntTexts> {
  const surprises: Surprise[] = []
  let trims: boolean | undefined
  for (const { who, headers, text } of predicted) {
    const { text: actual } = await login(asking, who, headers)
    const verdict = asking.auth0.comparison(text, actual, fixtureCode)
    if (verdict === 'other') surprises.push({ who, text: withoutCode(actual) })
    if (verdict !== 'other' && text !== text.trim()) trims = verdict === 'trimmed'
  }
  const compared = predicted.length
  return {
    compared,
    same: compared - surprises.length,
    surprises,
    ...(trims !== undefined && { trims }),
  }
}

/** What one `options.syntax` does to the experiment, which the connection has now. @throws NoAnswer */
export async function learnSyntax(
  asking: Asking,
  syntax: Syntax,
  length: number,
): Promise<Observed | Surprise> {
  const who = `options.syntax: ${syntax}`
  const { text } = await login(asking, who, {})
  return asking.auth0.observed(text, length) ?? { who, text: withoutCode(text) }
}

/** No code comes out, not even one that opens nothing any more. */
const withoutCode = (text: string): string => text.replace(/\d{4,40}/g, fixtureCode)
