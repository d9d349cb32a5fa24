import type { Rule } from '../lint/rule.ts'
import { branchParity } from './branch-parity.ts'
import { callerControlledText } from './caller-controlled-text.ts'
import { caseOrSeparator } from './case-or-separator.ts'
import { codeMissing } from './code-missing.ts'
import { codeRepeated } from './code-repeated.ts'
import { constantCondition } from './constant-condition.ts'
import { edgeWhitespace } from './edge-whitespace.ts'
import { emptyMessage } from './empty-message.ts'
import { engineDivergence } from './engine-divergence.ts'
import { expiryClaim } from './expiry-claim.ts'
import { inlineSecret } from './inline-secret.ts'
import { invalidConnection } from './invalid-connection.ts'
import { messageTooLong } from './message-too-long.ts'
import { misspeltPlaceholder } from './misspelt-placeholder.ts'
import { mixedAndOr } from './mixed-and-or.ts'
import { originBoundCode } from './origin-bound-code.ts'
import { overlappingBranches } from './overlapping-branches.ts'
import { placeholderCollision } from './placeholder-collision.ts'
import { regionOnlyBranch } from './region-only-branch.ts'
import { sameText } from './same-text.ts'
import { scriptMismatch } from './script-mismatch.ts'
import { segmentLimit } from './segment-limit.ts'
import { senderId } from './sender-id.ts'
import { smartQuotes } from './smart-quotes.ts'
import { substringMatch } from './substring-match.ts'
import { syntaxError } from './syntax-error.ts'
import { syntaxMismatch } from './syntax-mismatch.ts'
import { templateTooLong } from './template-too-long.ts'
import { ucs2Character } from './ucs2-character.ts'
import { unknownFilter } from './unknown-filter.ts'
import { unknownLanguage } from './unknown-language.ts'
import { unknownOperator } from './unknown-operator.ts'
import { unknownTag } from './unknown-tag.ts'
import { unknownVariable } from './unknown-variable.ts'
import { unreachableBranch } from './unreachable-branch.ts'
import { unsupportedSyntax } from './unsupported-syntax.ts'
import { unusedSuppression } from './unused-suppression.ts'
import { wrongLanguage } from './wrong-language.ts'

/** Every rule, by group: what customers get first. */
export const rules: readonly Rule[] = [
  emptyMessage,
  codeMissing,
  codeRepeated,
  overlappingBranches,
  substringMatch,
  wrongLanguage,
  caseOrSeparator,
  regionOnlyBranch,
  unreachableBranch,
  constantCondition,
  unknownLanguage,
  syntaxError,
  unknownTag,
  unknownOperator,
  smartQuotes,
  unknownFilter,
  unknownVariable,
  mixedAndOr,
  unsupportedSyntax,
  engineDivergence,
  misspeltPlaceholder,
  syntaxMismatch,
  placeholderCollision,
  callerControlledText,
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
  unusedSuppression,
]
