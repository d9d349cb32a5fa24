interface ErrorCode {
  readonly meaning: string
  readonly cure: string
}

const code = (number: number, meaning: string, cure: string): readonly [number, ErrorCode] => [
  number,
  { meaning, cure },
]

/** What Twilio's errors of messages mean and what helps: https://www.twilio.com/docs/api/errors */
export const errorCodes: ReadonlyMap<number, ErrorCode> = new Map([
  code(20003, 'the credentials are wrong', 'check that account SID and token belong together'),
  code(20008, 'test credentials may only send', 'use those of the account'),
  code(20404, 'there is nothing of this name', 'check the SIDs'),
  code(20429, 'too many requests at once', 'wait and send again: nothing was processed'),
  code(21211, 'the recipient is no phone number', 'write it as +15005550006'),
  code(
    21212,
    'the sender is no number and no name that may be used',
    'use a sender of your account',
  ),
  code(21408, 'the account may not send to that country', 'allow it in Messaging, Geo permissions'),
  code(21601, 'the sender cannot send texts', 'use a number with SMS'),
  code(21602, 'the text is empty', 'mend the template: codeword explain shows for whom'),
  code(21603, 'no sender is given', 'give --from or --messaging-service'),
  code(21604, 'no recipient is given', 'give --to'),
  code(21606, 'the sender is not yours, or cannot send there', 'use a number of your account'),
  code(21608, 'a trial account sends to verified numbers only', 'verify the number, or upgrade'),
  code(21610, 'the recipient has opted out', 'they must text START; do not send again'),
  code(21611, 'the queue of the sender is longer than ten hours', 'send later or from another'),
  code(21612, 'this sender cannot reach this recipient', 'use a number of the same country'),
  code(21614, 'the recipient is no mobile number', 'use one that can receive texts'),
  code(21617, 'the text is longer than 1,600 characters', 'shorten it'),
  code(21635, 'the recipient is a landline', 'use a mobile number'),
  code(21658, 'a value is too long', 'shorten the text'),
  code(21661, 'the sender cannot send texts', 'use a number with SMS'),
  code(21701, 'there is no such messaging service in this account', 'check its SID'),
  code(21703, 'the messaging service has no sender that fits', 'add a number to it'),
  code(21704, 'the messaging service has no senders', 'add a number to it'),
  code(21712, 'the number belongs to another messaging service', 'use that service'),
  code(30001, 'the queue was full', 'send later'),
  code(30002, 'the account is suspended', 'ask Twilio'),
  code(30003, 'the phone cannot be reached', 'it is off or without a network: try once more later'),
  code(30004, 'the recipient or the carrier blocks the message', 'ask the recipient'),
  code(30005, 'nobody has this number', 'check it'),
  code(30006, 'it is a landline, or its carrier cannot be reached', 'use a mobile number'),
  code(30007, 'the carrier took it for spam', 'check wording, links and registration'),
  code(30008, 'nobody says why it did not arrive', 'try once more later'),
  code(30022, 'more was sent than the registration allows', 'send slower'),
  code(30032, 'the toll-free number is not verified', 'verify it'),
  code(30034, 'the number is not registered for texts in the United States', 'register it (10DLC)'),
  code(30450, 'Twilio took it for fraud (SMS pumping)', 'check SMS pumping protection'),
  code(63017, 'the account sends too many messages a second', 'send slower'),
  code(63038, 'the account has sent all that it may in 24 hours', 'send tomorrow, or ask Twilio'),
])
