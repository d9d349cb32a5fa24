import type { Analysis, DeadArm } from '../decide/analysis.ts'
import { armFacts } from '../decide/arms.ts'
import { type LanguageTest, languageTests } from '../decide/language-tests.ts'
import { canonicalTag } from '../language/tag.ts'
import { customer } from '../lint/customer.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../lint/rule.ts'
import type { Arm } from '../syntax/tree.ts'
import { Lines } from '../text/lines.ts'
import { constantCondition } from './constant-condition.ts'
import { unreadable } from './shared/conditions.ts'
import { overlapping, ownedBy } from './shared/overlap.ts'
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
  aboutLiquid: true,
  check: (context) => {
    const analysis = context.analysis()
    const dead = analysis?.dead ?? []
    if (analysis === undefined || dead.length === 0) return []
    const { template, profile } = context
    const facts = armFacts(template, profile.languageVariable)
    const isUnreadable = overlapping(unreadable(template))
    const isOwned = ownedBy(context, smartQuotes, unknownOperator, unknownVariable, unknownLanguage)
    const isConstant = ownedBy(context, constantCondition, smartQuotes, unknownOperator)
    return dead.flatMap((one): readonly Finding[] => {
      const { block, byLanguage } = facts.get(one.arm.start)!
      const at = block.arms.findIndex(({ start }) => start === one.arm.start)
      const arm = block.arms[at]!
      // An `else` behind a closed list of inputs, or of a loop, is a precaution.
      if (arm.kind === 'body' || (arm.kind === 'else' && !byLanguage)) return []
      const before = block.arms.slice(0, at + 1).map(({ tag }) => tag.args)
      if (isUnreadable(arm.tag.args) || isOwned(arm.tag.args) || before.some(isConstant)) return []
      return [finding(context, analysis, one, block.arms, arm)]
    })
  },
}

function finding(
  { template, profile }: TemplateContext,
  analysis: Analysis,
  { tag, domain }: DeadArm,
  arms: readonly Arm[],
  arm: Arm,
): Finding {
  const tests = languageTests(template, profile.languageVariable).filter(
    ({ span, positive }) => positive && span.start >= tag.start && span.end <= tag.end,
  )
  return {
    start: tag.start,
    end: tag.end,
    message: `No customer gets this text: ${reason(analysis, arms, arm, tests, new Lines(template.source))}`,
    proved: analysis.method === 'proof',
    ...((domain === 'tag' || domain === 'real') && { severity: 'info' as const }),
  }
}

/** Who was meant, and what that customer gets instead. */
function reason(
  { outcomes }: Analysis,
  arms: readonly Arm[],
  dead: Arm,
  tests: readonly LanguageTest[],
  lines: Lines,
): string {
  if (dead.kind === 'else') return 'everybody is in one of the branches above'
  for (const { literal } of tests)
    for (const value of new Set([literal, canonicalTag(literal) ?? literal])) {
      const outcome = outcomes.find(
        ({ languages, realistic }) => languages.includes(value) || realistic.includes(value),
      )
      const entered = outcome?.rendered.arms.map(({ start }) => start) ?? []
      const taken = arms.find(({ start }) => entered.includes(start))
      if (taken === undefined) continue
      const { line } = lines.position(taken.start)
      const who = lowerFirst(customer(value))
      return taken.start < dead.start
        ? `${who} already gets the one of line ${line}. Put this branch before it`
        : `even ${who} gets the one of line ${line}, since the test holds for no value`
    }
  return 'its test holds for nobody who gets as far as here'
}

const lowerFirst = (text: string): string => text[0]!.toLowerCase() + text.slice(1)
