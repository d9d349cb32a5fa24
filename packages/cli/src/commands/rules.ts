import { rules as allRules, docsOf, type Rule } from '@codeword/core'
import { defineCommand } from '../command.ts'
import { Failure, ok } from '../failure.ts'
import type { Host } from '../host.ts'
import { unknown } from '../options.ts'

export const rules = defineCommand({
  usage: 'codeword rules [NAME]',
  about: 'Lists the rules with what goes wrong for the customer, or explains one.',
  examples: ['codeword rules', 'codeword rules empty-message'],
  options: {},
  async run({ positionals }, host) {
    const [name, ...others] = positionals
    if (others.length > 0) throw new Failure('rules takes one name: codeword rules empty-message')
    host.out(name === undefined ? list(host) : explanation(await ruleNamed(name), host))
    return ok
  },
})

async function ruleNamed(name: string): Promise<Rule> {
  const rule = allRules.find((each) => each.name === name)
  if (rule !== undefined) return rule
  throw new Failure(
    `rules: ${await unknown(
      name,
      allRules.map((each) => each.name),
    )}`,
  )
}

function list({ paint }: Host): string {
  const width = Math.max(...allRules.map(({ name }) => name.length))
  const groups = [...new Set(allRules.map(({ group }) => group))]
  const blocks = groups.map((group) => [
    paint('strong', group),
    ...allRules
      .filter((rule) => rule.group === group)
      .map(
        ({ name, severity, summary }) =>
          `  ${name.padEnd(width)}  ${paint(severity, severity.padEnd(7))}  ${summary}`,
      ),
  ])
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

const explanation = ({ name, group, severity, summary }: Rule, { paint }: Host): string =>
  `${paint('strong', name)} (${group}, ${paint(severity, severity)})\n\n${summary}\n\n${docsOf(name)}\n`
