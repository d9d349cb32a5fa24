import { rules as allRules, docsOf, type Rule, wrap } from '@codeword/core'
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

function list(host: Host): string {
  const groups = [...new Set(allRules.map(({ group }) => group))]
  const blocks = groups.map((group) => [
    host.paint('strong', group),
    ...allRules.filter((rule) => rule.group === group).flatMap((rule) => entry(rule, host)),
  ])
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

const nameWidth = Math.max(...allRules.map(({ name }) => name.length))

function entry({ name, severity, summary }: Rule, { paint, width }: Host): readonly string[] {
  const indent = nameWidth + 13
  const [first = '', ...rest] = wrap(summary, width - indent)
  return [
    `  ${name.padEnd(nameWidth)}  ${paint(severity, severity.padEnd(7))}  ${first}`,
    ...rest.map((row) => `${' '.repeat(indent)}${row}`),
  ]
}

function explanation({ name, group, severity, summary }: Rule, { paint, width }: Host): string {
  const heading = `${paint('strong', name)} (${group}, ${paint(severity, severity)})`
  return `${[heading, '', ...wrap(summary, width), '', docsOf(name)].join('\n')}\n`
}
