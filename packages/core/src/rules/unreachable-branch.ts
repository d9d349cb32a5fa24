import type { Analysis, DeadArm } from '../decide/analysis.ts'
import { armFacts } from '../decide/arms.ts'
import { type LanguageTest, languageTests } from '../decide/language-tests.ts'
import { canonicalTag } from '../language/tag.ts'
import { aCustomer } from '../lint/customer.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../lint/rule.ts'
import type { Arm } from '../syntax/tree.ts'
import { overlapping } from '../text/overlapping.ts'
import { contains } from '../text/span.ts'
import { constantCondition } from './constant-condition.ts'
import { unreadable } from './shared/conditions.ts'
import { elsewhere } from './shared/elsewhere.ts'
import { smartQuotes } from './smart-quotes.ts'
import { unknownLanguage } from './unknown-language.ts'
import { unknownOperator } from './unknown-operator.ts'
import { unknownVariable } from './unknown-variable.ts'

export const unreachableBranch: TemplateRule = {
  name: 'unreachable-branch',
  group: 'proof',
  severity: 'warning',
  summary: 'A text that no customer gets.',
  on: 'template',
  about: 'liquid',
  yieldsTo: [smartQuotes, unknownOperator, unknownVariable, unknownLanguage, constantCondition],
  check: (context) => {
    const { template, profile } = context
    const analysis = context.analysis()
    const dead = analysis?.dead ?? []
    if (analysis === undefined || dead.length === 0) return []
    const facts = armFacts(template, profile.languageVariable)
    const tests = languageTests(template, profile.languageVariable)
    const isUnreadable = overlapping(unreadable(template))
    return dead.flatMap((one): readonly Finding[] => {
      const { arm, block, byLanguage } = facts.get(one.arm.start)!
      // An `else` behind a closed list of inputs, or of a loop, is a precaution.
      if (arm.kind === 'body' || (arm.kind === 'else' && !byLanguage)) return []
      if (isUnreadable(arm.tag.args)) return []
      const literals = tests.filter(({ span, positive }) => positive && contains(arm.tag, span))
      return [finding(context, analysis, one, block.arms, literals)]
    })
  },
}

function finding(
  context: TemplateContext,
  analysis: Analysis,
  { arm: { start }, tag, domain }: DeadArm,
  arms: readonly Arm[],
  tests: readonly LanguageTest[],
): Finding {
  const dead = arms.find((arm) => arm.start === start)!
  const meant = tests.flatMap(({ literal }) => [literal, canonicalTag(literal) ?? literal])
  const taker = takerOf(meant, arms, analysis)
  const rival = taker ?? takerOf([null], arms, analysis)
  const isBefore = rival !== undefined && rival.arm.start < start
  return {
    start: tag.start,
    end: tag.end,
    message: `No customer gets this text: ${reason(context, dead, taker)}`,
    causes: [dead.tag.args, ...(isBefore ? [rival.arm.tag.args] : [])],
    proved: analysis.method === 'proof',
    ...((domain === 'tag' || domain === 'real') && { severity: 'info' as const }),
  }
}

/** An arm with a customer who gets its text. */
interface Taker {
  readonly value: string | null
  readonly arm: Arm
}

/** The arm that takes the first of some customers whom any arm takes. */
function takerOf(
  values: readonly (string | null)[],
  arms: readonly Arm[],
  { outcomes }: Analysis,
): Taker | undefined {
  for (const value of values) {
    const outcome = outcomes.find(
      ({ languages, realistic }) =>
        realistic.includes(value) || (value !== null && languages.includes(value)),
    )
    const entered = outcome?.rendered.arms.map(({ start }) => start) ?? []
    const arm = arms.find(({ start }) => entered.includes(start))
    if (arm !== undefined) return { value, arm }
  }
  return undefined
}

/** Who was meant, and what that customer gets instead. */
function reason(context: TemplateContext, dead: Arm, taker: Taker | undefined): string {
  if (dead.kind === 'else') return 'everybody is in one of the branches above'
  if (taker === undefined) return 'its test holds for nobody who gets as far as here'
  const other = elsewhere(context, taker.arm, dead)
  const who = aCustomer(taker.value)
  return taker.arm.start < dead.start
    ? `${who} already gets the one ${other}. Put this branch before it`
    : `even ${who} gets the one ${other}, since the test holds for no value`
}
