import type { Analysis, Breach } from '../decide/analysis.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Node, Template } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'
import { misspeltPlaceholder } from './misspelt-placeholder.ts'
import { findingsOf, whoGets } from './shared/breach.ts'
import { spellingOf } from './shared/placeholder-names.ts'
import { unknownVariable } from './unknown-variable.ts'

export const codeMissing: TemplateRule = {
  name: 'code-missing',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get a message without the code.',
  on: 'template',
  yieldsTo: [misspeltPlaceholder, unknownVariable],
  check: (context) => {
    const { template, profile, surroundings } = context
    const [code] = profile.codeVariables
    if (code === undefined) return []
    const spelling = spellingOf(code, profile, surroundings.syntax)
    return findingsOf(
      context,
      codeMissing,
      ({ witness }, analysis) =>
        `${whoGets(analysis, witness)} gets a message without the code. Put \`${spelling}\` into this text`,
      (breach, analysis) => ({ causes: madeOf(template, breach, analysis), lost: 'code' }),
    )
  },
}

/** What the message of a breach is made of. */
function madeOf({ nodes }: Template, { witness }: Breach, { outcomes }: Analysis): readonly Span[] {
  const outcome = outcomes.find(({ rendered }) => rendered.text === witness.text)
  const entered = new Set(outcome?.rendered.arms.map(({ start }) => start))
  const used = (node: Node): readonly Span[] =>
    'arms' in node
      ? node.arms
          .filter(({ start }) => entered.has(start))
          .flatMap(({ body }) => body.flatMap(used))
      : [node]
  return nodes.flatMap(used)
}
