import type { Finding } from '../lint/diagnostic.ts'
import { keywords } from '../lint/directive.ts'
import type { Rule, SuppressedRule, SuppressionRule } from '../lint/rule.ts'
import { nearest } from '../text/nearest.ts'

export const unusedSuppression: SuppressionRule = {
  name: 'unused-suppression',
  group: 'hygiene',
  severity: 'warning',
  summary:
    'A comment that suppresses nothing, or does not say why, hides the next fault from reviewers.',
  on: 'suppressions',
  check: (suppression, rules) => {
    const { keyword, isKeyword, rules: named, reason, start, end } = suppression
    if (!isKeyword) {
      const meant = nearest(keyword, keywords) ?? keywords.join(' or ')
      return [{ start, end, message: `There is no \`${keyword}\`. Write \`${meant}\`` }]
    }
    if (named.length === 0) {
      const message = `This suppresses nothing, for it names no rule: \`${keyword} RULE -- reason\``
      return [{ start, end, message }]
    }
    const findings = named.flatMap((each): readonly Finding[] => {
      const fault = faultOf(each, rules)
      return fault === undefined ? [] : [{ start: each.start, end: each.end, message: fault }]
    })
    if (reason !== '' || findings.length > 0) return findings
    const message = `Nobody can judge this suppression without its reason: \`${keyword} ${named[0]!.name} -- reason\``
    return [{ start, end, message }]
  },
}

function faultOf(suppressed: SuppressedRule, rules: readonly Rule[]): string | undefined {
  const rule = rules.find((each) => each.name === suppressed.name)
  if (rule === undefined) {
    const meant = nearest(
      suppressed.name,
      rules.map((each) => each.name),
    )
    const hint = meant === undefined ? '' : `. Did you mean \`${meant}\`?`
    return `There is no rule \`${suppressed.name}\`${hint}`
  }
  if (rule.on === 'connection')
    return `\`${rule.name}\` is not about templates, so no comment suppresses it. Use the suppressions file`
  if (rule.on === 'suppressions')
    return `\`${rule.name}\` cannot be suppressed here. Turn it off in the configuration`
  return suppressed.used
    ? undefined
    : `\`${rule.name}\` finds nothing here. Remove it, so that it hides no later fault`
}
