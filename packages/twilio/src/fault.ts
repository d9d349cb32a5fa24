import { errorCodes } from './error-codes.ts'

/**
 * Why a request to Twilio came to nothing.
 *
 * - `refused`: Twilio has read it and will not do it; asking again changes nothing.
 * - `busy`: too many requests; this one was not processed.
 * - `unreached`: nothing of it was written to Twilio.
 * - `unclear`: it may have been processed: no answer, half of one, or one that says nothing.
 */
export interface Fault {
  readonly kind: 'refused' | 'busy' | 'unreached' | 'unclear'
  /** Of HTTP. */
  readonly status?: number
  /** Of Twilio: https://www.twilio.com/docs/api/errors */
  readonly code?: number
  /** Of the system: `ECONNREFUSED`. */
  readonly system?: string
  /** Milliseconds after which Twilio wants to be asked again. */
  readonly retryAfter?: number
}

/** One line for people. It holds nothing that was sent: no number, no text, no secret. */
export function faultText({ kind, status, code, system }: Fault): string {
  const known = code === undefined ? undefined : errorCodes.get(code)
  if (known) return `${known.meaning} (Twilio error ${code}): ${known.cure}`
  if (code !== undefined)
    return `Twilio error ${code}: see https://www.twilio.com/docs/api/errors/${code}`
  if (kind === 'unreached') return `Twilio cannot be reached (${system ?? 'no connection'})`
  if (kind === 'busy') return 'Twilio has too many requests at the moment'
  if (status === 401) return 'Twilio does not know these credentials'
  if (kind === 'refused') return `Twilio refuses the request (HTTP ${status})`
  return `Twilio gave no clear answer (${system ?? (status === undefined ? 'none' : `HTTP ${status}`)})`
}
