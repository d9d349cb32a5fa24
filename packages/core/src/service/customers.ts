import type { OpenTemplate } from '../check/open-template.ts'
import { customer } from '../lint/customer.ts'
import type { Arm } from '../syntax/tree.ts'

/** More customers than this are counted. */
const mostNamed = 6

/**
 * Who reaches a branch, for people, in Markdown: customers of the outcomes that it takes part in.
 * @returns undefined where the engine rejects the template
 */
export function customersOf({ analysis }: OpenTemplate, arm: Arm): string | undefined {
  const found = analysis()
  if (found === undefined) return undefined
  const isOf = ({ start }: { readonly start: number }): boolean => start === arm.start
  const dead = found.dead?.find((one) => isOf(one.arm))
  if (dead !== undefined)
    return `Nobody gets this text, whatever the request says (proved for the domain \`${dead.domain}\`).`
  const values = found.outcomes
    .filter(({ rendered }) => rendered.arms.some(isOf))
    .flatMap(({ languages, realistic, value }) => {
      const known = [...languages, ...realistic]
      return known.length > 0 ? known : [value]
    })
  const inBlocks = (found.blocks ?? [])
    .flatMap(({ arms }) => arms)
    .flatMap((one) => (isOf(one.arm) && one.value !== undefined ? [one.value] : []))
  const all = [...new Set([...values, ...inBlocks])]
  if (all.length === 0) return 'No customer is known who gets this text.'
  const named = all.slice(0, mostNamed).map((value) => `- ${customer(value)}`)
  const rest = all.length - named.length
  const more = rest > 0 ? [`- and ${rest} more of those that were looked at`] : []
  return ['Who gets this text, for example:', '', ...named, ...more].join('\n')
}
