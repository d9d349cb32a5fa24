import type { Connection, ConnectionRule } from '../lint/rule.ts'
import { hasMarker } from '../source/markers.ts'
import { valueAt } from '../text/mistakes.ts'

const path = ['options', 'from']

export const senderId: ConnectionRule = {
  name: 'sender-id',
  group: 'connection',
  severity: 'warning',
  summary: 'Twilio refuses the sender, so customers get no text.',
  on: 'connection',
  *check(connection) {
    const sender = senderOf(connection)
    const fault = sender === undefined ? undefined : faultOf(sender)
    const span = connection.spanAt(path)
    if (fault === undefined || span === undefined) return
    yield { ...span, message: `Twilio refuses this sender, so customers get no text: ${fault}` }
  },
}

/** The sender that Twilio gets to see; a messaging service picks its own, a gateway has its own rules. */
function senderOf({ value }: Connection): string | undefined {
  const option = (name: string): unknown => valueAt(value, ['options', name])
  const elsewhere =
    option('messaging_service_sid') || option('gateway_url') || option('provider') === 'sms_gateway'
  const sender = option('from')
  const settled = typeof sender === 'string' && !hasMarker(sender) && !sender.includes('{{')
  return settled && sender !== '' && !elsewhere ? sender : undefined
}

/**
 * What is wrong with a sender, without repeating a number.
 * Numbers and short codes: https://www.twilio.com/docs/messaging/api/message-resource
 * Names: https://www.twilio.com/docs/messaging/services/api/alphasender-resource
 */
function faultOf(sender: string): string | undefined {
  const isNumber = /^\+[1-9]\d{1,14}$/.test(sender)
  const isShortCode = /^\d{3,8}$/.test(sender)
  const isAddress = /^(?:whatsapp|messenger|rcs):/.test(sender)
  if (isNumber || isShortCode || isAddress) return undefined
  if (/^\+?[\d\s().-]+$/.test(sender)) {
    return 'a phone number is a plus sign and up to 15 digits with nothing between them'
  }
  const strange = [...new Set([...sender].filter((letter) => !/[A-Za-z0-9 +&_-]/.test(letter)))]
  if (strange.length > 0) {
    return `a name may hold letters from A to Z, digits, spaces and + & _ -, not ${strange.join(' ')}`
  }
  if (!/[A-Za-z]/.test(sender)) return 'a name needs at least one letter'
  const length = sender.length
  return length > 11 ? `a name has at most 11 characters, this one has ${length}` : undefined
}
