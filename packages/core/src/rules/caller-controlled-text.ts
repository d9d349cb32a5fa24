import type { TemplateRule } from '../lint/rule.ts'
import { namesFrom, namesOf, printsIn, type Value } from '../syntax/flow.ts'
import { quoted } from './shared/quoted.ts'

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
    if (profile.resolvesLanguage) return
    const controlled = namesFrom(template, profile.languageVariable, namesOfTexts)
    for (const { node, values } of printsIn(template.nodes)) {
      if (!values.flatMap(namesOfTexts).some((name) => controlled.has(name))) continue
      const { start, end } = node
      const shown = quoted(template.source.slice(start, end))
      const message = `Whoever asks for the code writes what ${shown} shows: it repeats a header of the request, so a stranger can put words or a link into a message from you. Write the text for each language instead`
      yield { start, end, message }
    }
  },
}

/** The variables whose text is in a value. Comparisons give no text, only true or false. */
function namesOfTexts(value: Value): readonly string[] {
  if ('type' in value) return value.type === 'variable' ? namesOf(value) : []
  if (value.filters.some(({ name }) => harmless.has(name))) return []
  const args = value.filters.flatMap((filter) => filter.args.map((argument) => argument.value))
  return [value.expression, ...args].flatMap(namesOfTexts)
}
