import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Profile } from '../profile/profile.ts'
import { isFilter } from '../render/filters.ts'
import type { Filter, Markup, Node } from '../syntax/tree.ts'
import { filteredOf, tagOf, walk } from '../syntax/walk.ts'

export const unsupportedSyntax: TemplateRule = {
  name: 'unsupported-syntax',
  group: 'syntax',
  severity: 'warning',
  summary: 'A tag or filter that the vendor does not list may fail for every customer.',
  on: 'template',
  about: 'liquid',
  check: ({ template, profile }) => {
    const findings: Finding[] = []
    walk(template.nodes, (node) => {
      const tag = ownTag(node)
      if (tag && !profile.tags.names.includes(tag.name)) findings.push(tagFinding(tag, profile))
      for (const { filters: used } of filteredOf(node))
        for (const filter of used.filter(isUnlisted(profile)))
          findings.push(filterFinding(filter, profile))
      // What stands in the lines of an unlisted `liquid` goes with it.
      return node.type !== 'liquid'
    })
    return findings
  },
}

/** The tag that makes a node what it is; undefined for text, and for names that are no tags. */
function ownTag(node: Node): Markup | undefined {
  const tag = tagOf(node)
  if (node.type === 'tag') return node.known ? tag : undefined
  return tag?.name === (node.type === 'inline-comment' ? '#' : node.type) ? tag : undefined
}

const isUnlisted =
  (profile: Profile) =>
  ({ name }: Filter): boolean =>
    isFilter(name) && !profile.filters.names.includes(name)

/** What the documented tags and filters offer in its place. */
const replacements: Readonly<Record<string, string>> = {
  '#': 'Write `{%- comment -%} … {%- endcomment -%}`',
  break: 'Test with `if` inside the loop',
  capture: 'Use `assign`, with `append` where texts are joined',
  continue: 'Test with `if` inside the loop',
  echo: 'Write `{{ … }}`',
  liquid: 'Write each line as a tag of its own',
  render: 'Put the text into this template',
  block: 'Put the text into this template',
  remove_last: 'Use `remove`',
  replace_last: 'Use `replace`',
  squish: 'Use `strip`',
  normalize_whitespace: 'Use `strip`',
}

function tagFinding({ name, nameSpan }: Markup, { title }: Profile): Finding {
  const risk = `\`${name}\` is not on the list of tags for ${title}: where the engine lacks it, nobody gets a message`
  return { ...nameSpan, message: withHint(risk, name) }
}

function filterFinding({ name, nameSpan }: Filter, { title }: Profile): Finding {
  const risk = `\`${name}\` is not on the list of filters for ${title}: where the engine lacks it, customers get the value as it is`
  return { ...nameSpan, message: withHint(risk, name) }
}

const withHint = (message: string, name: string): string =>
  Object.hasOwn(replacements, name) ? `${message}. ${replacements[name]}` : message
