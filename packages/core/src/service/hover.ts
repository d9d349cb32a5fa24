import type { OpenTemplate } from '../check/open-template.ts'
import type { Profile } from '../profile/profile.ts'
import { schemaAt } from '../profile/schema-at.ts'
import { rules } from '../rules/index.ts'
import type { Arm, Markup } from '../syntax/tree.ts'
import { allArms, collect, filteredOf, markupsOf, pathOf, variablesOf } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'
import { customersOf } from './customers.ts'
import { hostRange, offsetAt, placeAt, rangeOf, type ServiceDocument } from './document.ts'
import { filterWords } from './filter-words.ts'
import { markdown } from './markdown.ts'
import type { Hover, Position, Range } from './protocol.ts'
import { tagWords } from './tag-words.ts'

/** A part of a template, and what is known of it, in Markdown; that is worked out where it is asked for. */
interface Told {
  readonly span: Span
  readonly text: () => string | undefined
}

/**
 * What stands at a position: why a rule speaks there, what a filter, tag or variable is, and which customers reach
 * a branch.
 * @returns undefined where there is nothing to say
 */
export function hover(document: ServiceDocument, position: Position): Hover | undefined {
  const at = offsetAt(document, position)
  const faults = document
    .report()
    .diagnostics.filter(({ start, end }) => start <= at && at <= end)
    .map((found) => ({ range: rangeOf(document, found), text: faultText(found) }))
  const place = placeAt(document, position)
  const told = place ? toldAt(place.opened, place.offset) : []
  const parts: readonly { readonly range: Range; readonly text: string }[] = [
    ...told.flatMap(({ span, text: textOf }) => {
      const text = textOf()
      return text ? [{ range: hostRange(document, place!.opened, span), text }] : []
    }),
    ...faults,
  ]
  const [first] = parts
  if (first === undefined) return undefined
  const value = parts.map(({ text }) => text).join('\n\n---\n\n')
  return { contents: { kind: 'markdown', value }, range: first.range }
}

/** What a rule is about; what it says here, every editor shows by itself. */
const faultText = ({ rule }: { readonly rule: string }): string => {
  const summary = rules.find(({ name }) => name === rule)?.summary
  return summary ? `**${rule}**: ${markdown(summary)}` : `**${rule}**`
}

/** The smallest part first. */
function toldAt(opened: OpenTemplate, offset: number): readonly Told[] {
  const { template, profile } = opened
  const isHere = ({ start, end }: Span): boolean => start <= offset && offset <= end
  const arms = allArms(template.nodes)
  const told = collect(template.nodes, (node): readonly Told[] => [
    ...filteredOf(node).flatMap(({ filters }) =>
      filters.map(({ name, nameSpan }) => ({
        span: nameSpan,
        text: () => filterText(name, profile),
      })),
    ),
    ...(node.type === 'placeholder'
      ? [{ span: node, text: () => placeholderText(node.name, profile) }]
      : []),
    ...markupsOf(node).map((tag) => ({
      span: tag,
      text: () =>
        tagText(
          tag,
          opened,
          arms.find((arm) => arm.tag.start === tag.start),
        ),
    })),
  ])
  const variables = variablesOf(template).map((variable) => ({
    span: variable,
    text: () => variableText(pathOf(variable), profile),
  }))
  return [...told, ...variables]
    .filter(({ span }) => isHere(span))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
}

function filterText(name: string, { filters, title }: Profile): string {
  const listed = filters.names.includes(name) ? 'Listed' : '**Not listed**'
  const words = Object.hasOwn(filterWords, name) ? [filterWords[name]!] : []
  const known = `${listed} by Auth0 for ${title}: <${filters.source}>`
  return [`\`${name}\``, ...words, known].join('\n\n')
}

function placeholderText(name: string, profile: Profile): string | undefined {
  const { placeholders } = profile
  const variable = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined
  return variableText(variable?.split('.'), profile)
}

function variableText(path: readonly string[] | undefined, profile: Profile): string | undefined {
  const schema = path && schemaAt(profile.variables, path)
  if (schema === undefined) return undefined
  const examples = schema.enum ?? schema.examples ?? []
  const shown = examples.map((example) => `\`${JSON.stringify(example)}\``).join(', ')
  return [
    `\`${path!.join('.')}\``,
    markdown(schema.description),
    ...(shown === '' ? [] : [`For example ${shown}`]),
  ].join('\n\n')
}

function tagText(tag: Markup, opened: OpenTemplate, arm: Arm | undefined): string {
  const words = Object.hasOwn(tagWords, tag.name) ? [tagWords[tag.name]!] : []
  const customers = arm && customersOf(opened, arm)
  return [...words, ...(customers ? [customers] : [])].join('\n\n')
}
