import type { TemplateRule } from '../lint/rule.ts'
import type { Expression, Filtered, Node, Template } from '../syntax/tree.ts'
import { childrenOf, pathOf, walk } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'
import { quoted } from './shared/quoted.ts'

/** Language variables that hold a header as it came; `locale` is one of the tenant's languages. */
const rawHeaders: ReadonlySet<string> = new Set(['request_language', 'requestInfo.lang'])

/** Filters that leave nothing of the caller's text. */
const harmless: ReadonlySet<string> = new Set(['size'])

export const callerControlledText: TemplateRule = {
  name: 'caller-controlled-text',
  group: 'placeholder',
  severity: 'warning',
  summary: 'Whoever asks for a code can write into the message.',
  on: 'template',
  about: 'liquid',
  *check({ template, profile }) {
    if (!rawHeaders.has(profile.languageVariable)) return
    const controlled = controlledNames(template, profile.languageVariable)
    for (const { start, end, sources } of emissions(template.nodes)) {
      if (!sources.some((source) => controlled.has(source))) continue
      const shown = quoted(template.source.slice(start, end))
      const message = `Whoever asks for the code writes what ${shown} shows: it repeats a header of the request, so a stranger can put words or a link into a message from you. Write the text for each language instead`
      yield { start, end, message }
    }
  },
}

/** The language variable and every name that takes its value over, wherever it is set. */
function controlledNames(template: Template, languageVariable: string): ReadonlySet<string> {
  const takers = new Map<string, string[]>()
  walk(template.nodes, (node) => {
    for (const { name, source } of flows(node)) {
      const known = takers.get(source)
      if (known === undefined) takers.set(source, [name])
      else known.push(name)
    }
  })
  const controlled = new Set([languageVariable])
  // A set is walked in the order of insertion, what is added on the way included.
  for (const source of controlled) {
    for (const name of takers.get(source) ?? []) controlled.add(name)
  }
  return controlled
}

/** The names to which a node gives a value, each with a variable that the value comes from. */
function flows(node: Node): readonly { readonly name: string; readonly source: string }[] {
  const into = (name: string, sources: readonly string[]) =>
    sources.map((source) => ({ name, source }))
  switch (node.type) {
    case 'assign':
      return node.value ? into(node.name, sourcesOf(node.value)) : []
    case 'capture':
      return into(
        node.name,
        emissions(node.body).flatMap(({ sources }) => sources),
      )
    case 'for':
    case 'tablerow':
      return node.collection ? into(node.variable, names(node.collection)) : []
    default:
      return []
  }
}

interface Emission extends Span {
  readonly sources: readonly string[]
}

/** What the nodes put into the message; what they capture is not in it yet. */
function emissions(nodes: readonly Node[]): readonly Emission[] {
  return nodes.flatMap((node): readonly Emission[] => {
    const { start, end } = node
    switch (node.type) {
      case 'capture':
        return []
      case 'output':
      case 'echo':
        return node.value ? [{ start, end, sources: sourcesOf(node.value) }] : []
      case 'tag':
        return node.tag.name === 'cycle'
          ? [{ start, end, sources: node.values.flatMap(names) }]
          : []
      default:
        return emissions(childrenOf(node))
    }
  })
}

/** The variables whose text is in a value. */
function sourcesOf(value: Filtered): readonly string[] {
  if (value.filters.some(({ name }) => harmless.has(name))) return []
  const args = value.filters.flatMap((filter) => filter.args.map((argument) => argument.value))
  return [value.expression, ...args].flatMap(names)
}

/** A variable by its name and by its first two steps. Comparisons give no text, only true or false. */
function names(expression: Expression): readonly string[] {
  const path = expression.type === 'variable' ? pathOf(expression) : undefined
  return path === undefined ? [] : [path[0]!, path.slice(0, 2).join('.')]
}
