import type { HeaderQuestion, Held, Target } from '@codeword/auth0'
import { openSource, openTemplate } from '@codeword/core'
import { refusalText } from '../connection/plan-text.ts'
import type { Tenant } from '../connection/tenant.ts'
import { Failure, RemoteFailure } from '../failure.ts'
import { whole } from '../numbers.ts'
import type { Values } from '../options.ts'
import { type Prediction, predictions } from './logins.ts'

export const planOptions = {
  capture: { value: 'PORT', summary: "take the texts, as the connection's gateway" },
  experiment: { summary: 'try both syntaxes: writes the connection, and gives it back' },
  'max-logins': { value: 'N', summary: 'refuse to start more (20)' },
} as const

type Given = Values<typeof planOptions>

/** What a probe is about to do. */
export interface Plan {
  readonly logins: number
  readonly questions: readonly HeaderQuestion[]
  readonly predicted: readonly Prediction[]
}

/** @throws Failure or RemoteFailure for what cannot, or should not, be done */
export async function planOf(
  target: Target,
  { fields }: Held,
  { auth0 }: Tenant,
  values: Given,
): Promise<Plan> {
  if (fields === undefined) throw new RemoteFailure(refusalText('unreadable', [], target.name))
  const isCapturing = values.capture !== undefined
  if (isCapturing && fields.provider !== 'sms_gateway')
    throw new Failure('--capture: this connection has no gateway: its provider is not sms_gateway')
  if (values.experiment && !isCapturing)
    throw new Failure('--experiment: nobody would see the texts: give --capture, too')
  if (values.experiment && target.name === 'sms')
    throw new Failure('--experiment: sms is what customers use: try it on a connection for tests')
  const source = await openSource('tenant.json', JSON.stringify(target.toFile(fields)))
  const [embedded] = source?.templates ?? []
  const predicted = isCapturing && embedded ? predictions(openTemplate(embedded)) : []
  const questions = auth0.headerQuestions(embedded?.surroundings.requestLanguage)
  const logins = questions.length + predicted.length + (values.experiment ? 2 : 0)
  const most = whole('--max-logins', values['max-logins'] ?? '20', 1, 50)
  if (logins > most) throw new Failure(`probe: these are ${logins} logins: --max-logins ${logins}`)
  return { logins, questions, predicted }
}

/** https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy */
export function planText(
  name: string,
  { logins, questions, predicted }: Plan,
  { capture, experiment }: Given,
): string {
  const where = capture === undefined ? 'each sends a message' : 'the gateway gets the texts'
  return `${name}: ${logins} logins, ${where}; Auth0 allows 50 an hour from one address
  ${questions.length} about headers${predicted.length > 0 ? `, ${predicted.length} about texts` : ''}${experiment ? ', 2 about options.syntax, for which the connection is written' : ''}
`
}
