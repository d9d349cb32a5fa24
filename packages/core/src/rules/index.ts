import type { Rule } from '../lint/rule.ts'
import { branchParity } from './branch-parity.ts'
import { codeMissing } from './code-missing.ts'
import { codeRepeated } from './code-repeated.ts'
import { edgeWhitespace } from './edge-whitespace.ts'
import { emptyMessage } from './empty-message.ts'
import { expiryClaim } from './expiry-claim.ts'
import { inlineSecret } from './inline-secret.ts'
import { invalidConnection } from './invalid-connection.ts'
import { messageTooLong } from './message-too-long.ts'
import { originBoundCode } from './origin-bound-code.ts'
import { overlappingBranches } from './overlapping-branches.ts'
import { sameText } from './same-text.ts'
import { scriptMismatch } from './script-mismatch.ts'
import { segmentLimit } from './segment-limit.ts'
import { senderId } from './sender-id.ts'
import { smartQuotes } from './smart-quotes.ts'
import { templateTooLong } from './template-too-long.ts'
import { ucs2Character } from './ucs2-character.ts'

/** Every rule, by group: what customers get first. */
export const rules: readonly Rule[] = [
  emptyMessage,
  codeMissing,
  codeRepeated,
  overlappingBranches,
  smartQuotes,
  messageTooLong,
  templateTooLong,
  segmentLimit,
  originBoundCode,
  scriptMismatch,
  branchParity,
  ucs2Character,
  edgeWhitespace,
  sameText,
  expiryClaim,
  invalidConnection,
  inlineSecret,
  senderId,
]
