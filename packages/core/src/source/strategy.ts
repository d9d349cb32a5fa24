import { valueAt } from '../text/mistakes.ts'
import { hasMarker } from './markers.ts'

export type Strategy = 'sms' | 'email'

/** Options that give away the body of a PATCH, which names no strategy. */
const smsOptions = [
  'twilio_sid',
  'twilio_token',
  'messaging_service_sid',
  'forward_req_info',
  'totp',
  'request_language',
]

/** The passwordless strategy of a connection; undefined for everything else. */
export function strategyOf(value: unknown): Strategy | undefined {
  const named = valueAt(value, ['strategy'])
  const options = valueAt(value, ['options'])
  if (named !== undefined && !hasMarker(named)) {
    // Auth0 knows them in small letters only; the schema tells those who do not.
    const strategy = typeof named === 'string' ? named.toLowerCase() : undefined
    const isConnection = options !== undefined || typeof valueAt(value, ['name']) === 'string'
    return isConnection && (strategy === 'sms' || strategy === 'email') ? strategy : undefined
  }
  if (typeof valueAt(options, ['email', 'body']) === 'string') return 'email'
  const isSms = smsOptions.some((name) => valueAt(options, [name]) !== undefined)
  return isSms || asksForCode(valueAt(options, ['template'])) ? 'sms' : undefined
}

/** Other tools have an `options.template` too. */
const asksForCode = (template: unknown): boolean =>
  typeof template === 'string' &&
  /@@(?:password|code)@@|\{\{-?\s*(?:password|code)\b/.test(template)
