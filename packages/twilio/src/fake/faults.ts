/** What the fake can be told to do wrong with a request. */
export const faultNames = [
  /** 429 and a `Retry-After` of one second. */
  'busy',
  /** 429 without it. */
  'busy-without-delay',
  /** 500 before anything is done. */
  'broken',
  /** The message is taken, and the answer never comes. */
  'silent',
  /** The connection ends before anything is done. */
  'reset',
  /** The message is taken, and the connection ends in the middle of the answer. */
  'reset-in-answer',
  /** The message is taken, and the answer is a page of a proxy. */
  'html',
  /** The message is taken, and half of the answer's JSON comes as if it were all. */
  'truncated',
] as const

export type FaultName = (typeof faultNames)[number]

/** The steps of a check that ask Twilio for something. */
export type Step = 'create' | 'fetch' | 'list'

export interface ScriptedFault {
  readonly step: Step
  readonly fault: FaultName
}
