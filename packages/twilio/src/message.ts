/** Who sends: a number or a name of one's own, or a messaging service that picks one. */
export type Sender =
  | { readonly kind: 'number' | 'short-code' | 'name'; readonly value: string }
  | { readonly kind: 'service'; readonly value: string }

/** One text for one person. */
export interface OutgoingMessage {
  /** E.164: a plus and up to 15 digits. */
  readonly to: string
  readonly from: Sender
  /** At most 1,600 UTF-16 units. */
  readonly body: string
}

/** https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
export const finalStatuses = ['delivered', 'undelivered', 'failed', 'canceled', 'read'] as const

/** What Twilio says of a message that it has taken. */
export interface Receipt {
  /** `SM…` or `MM…`. */
  readonly sid: string
  readonly status: string
  /** Absent while Twilio has not counted: a messaging service says 0 until it has picked a sender. */
  readonly segments?: number
  /** Set where the message did not arrive; see `errorCodes`. */
  readonly errorCode?: number
}

export const isFinal = ({ status }: Receipt): boolean =>
  finalStatuses.includes(status as (typeof finalStatuses)[number])
