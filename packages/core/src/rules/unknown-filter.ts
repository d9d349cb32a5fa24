import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Profile } from '../profile/profile.ts'
import { isFilter } from '../render/filters.ts'
import type { Filter } from '../syntax/tree.ts'
import { collect, filteredOf } from '../syntax/walk.ts'
import { nearest } from '../text/nearest.ts'

export const unknownFilter: TemplateRule = {
  name: 'unknown-filter',
  group: 'syntax',
  severity: 'warning',
  summary: 'A filter that does not exist leaves the value as it is, in the message or in a test.',
  on: 'template',
  about: 'liquid',
  check: ({ template, profile }) => {
    const used = collect(template.nodes, (node) =>
      filteredOf(node).flatMap((value) => value.filters),
    )
    return used.filter(isUnknown(profile)).map((filter) => finding(filter, profile))
  },
}

const isUnknown =
  (profile: Profile) =>
  ({ name }: Filter): boolean =>
    !isFilter(name) && !profile.filters.names.includes(name)

/** What other languages call these filters. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['lower', 'downcase'],
  ['lowercase', 'downcase'],
  ['tolower', 'downcase'],
  ['tolowercase', 'downcase'],
  ['upper', 'upcase'],
  ['uppercase', 'upcase'],
  ['toupper', 'upcase'],
  ['touppercase', 'upcase'],
  ['trim', 'strip'],
  ['length', 'size'],
  ['len', 'size'],
  ['count', 'size'],
  ['substr', 'slice'],
  ['substring', 'slice'],
  ['left', 'slice'],
  ['replace_all', 'replace'],
  ['title', 'capitalize'],
  ['titlecase', 'capitalize'],
])

function finding({ name, nameSpan }: Filter, profile: Profile): Finding {
  const meant = foreign.get(name.toLowerCase()) ?? nearest(name, profile.filters.names)
  const message = `There is no filter \`${name}\`: the value stays as it is, and customers get that text`
  if (meant === undefined) return { ...nameSpan, message }
  return {
    ...nameSpan,
    message: `${message}. Did you mean \`${meant}\`?`,
    fixes: [{ title: `Use \`${meant}\``, safe: false, edits: [{ ...nameSpan, text: meant }] }],
  }
}
