/** How Twilio refuses a request. */
export interface Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
}

const refusal = (code: number, message: string, status = 400): Refusal => ({
  status,
  code,
  message,
})

/** https://www.twilio.com/docs/iam/test-credentials#test-sms-messages */
const magicSenders: Readonly<Record<string, Refusal>> = {
  '+15005550001': refusal(21212, "Invalid 'From' phone number"),
  '+15005550007': refusal(21606, "The 'From' number is not a valid, SMS-capable number"),
  '+15005550008': refusal(
    21611,
    "This 'From' number has exceeded the maximum number of queued messages",
  ),
}

const magicRecipients: Readonly<Record<string, Refusal>> = {
  '+15005550001': refusal(21211, "Invalid 'To' phone number"),
  '+15005550002': refusal(21612, "The 'To' number is not reachable from this 'From' number"),
  '+15005550003': refusal(21408, 'Permission to send has not been enabled for the region'),
  '+15005550004': refusal(21610, 'Attempt to send to an unsubscribed recipient'),
  '+15005550009': refusal(21614, "'To' number is not a valid mobile number"),
}

/** https://www.twilio.com/docs/api/errors/21617 */
const longestBody = 1600

/** What Twilio has against a message that somebody wants to send; undefined where it takes it. */
export function refusalOf(form: URLSearchParams): Refusal | undefined {
  const [to, from, service, body] = ['To', 'From', 'MessagingServiceSid', 'Body'].map((name) =>
    form.get(name),
  )
  if (!to) return refusal(21604, "A 'To' phone number is required.")
  if (!body && !form.has('MediaUrl') && !form.has('ContentSid'))
    return refusal(21602, 'Message body is required.')
  if (!from && !service) return refusal(21603, "A 'From' phone number is required.")
  if ((body?.length ?? 0) > longestBody)
    return refusal(21617, 'The concatenated message body exceeds the 1600 character limit')
  if (magicRecipients[to]) return magicRecipients[to]
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return refusal(21211, "Invalid 'To' phone number")
  if (service)
    return /^MG[0-9a-fA-F]{32}$/.test(service)
      ? undefined
      : refusal(21701, 'The Messaging Service does not exist')
  if (magicSenders[from!]) return magicSenders[from!]
  const isName = /^(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}$/.test(from!)
  const isNumber = /^\+[1-9]\d{6,14}$|^\d{3,8}$/.test(from!)
  return isName || isNumber ? undefined : refusal(21212, "Invalid 'From' phone number")
}
