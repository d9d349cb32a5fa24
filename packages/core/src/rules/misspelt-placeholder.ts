import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../lint/rule.ts'
import type { Node } from '../syntax/tree.ts'
import { collect } from '../syntax/walk.ts'
import { lazy } from '../text/lazy.ts'
import { type Span, spanOf, textOf } from '../text/span.ts'
import { isDocumented, meaningOf, spellingOf } from './shared/placeholder-names.ts'
import { quoted } from './shared/quoted.ts'

/** How the wrong name is written, which decides what becomes of it. */
type Notation = 'macro' | 'braced' | 'foreign'

const gap = '[ \\t]{0,3}'

/** @param letter the inside of a character class */
function patternsWith(letter: string): { readonly literal: RegExp; readonly braced: RegExp } {
  const name = `([${letter}](?:[${letter}.-]{0,62}[${letter}])?)`
  // `@password@`, `@@ password @@`, `@@password@`: meant as a placeholder, whatever the name.
  const macro = `@{1,3}${gap}${name}${gap}@{1,3}`
  // `{code}`, `@{code}`, `\${code}`, `%code%`, `$code`: placeholders elsewhere, prose with other names.
  const foreign = `[@$#%]?\\{${gap}${name}${gap}\\}|%${name}%|\\$${name}`
  return {
    literal: new RegExp(`(?<![${letter}@$%{])(?:${macro}|${foreign})(?![${letter}@%}])`, 'gu'),
    // `{{ @@password@@ }}`
    braced: new RegExp(`^\\{\\{-?\\s*@{1,2}\\s*${name}\\s*@{1,2}\\s*-?\\}\\}$`, 'u'),
  }
}

// With the letters of all scripts the patterns take as long to make as 100 templates to lint.
const asciiPatterns = lazy(() => patternsWith('\\w'))
const allPatterns = lazy(() => patternsWith('\\p{L}\\p{N}_'))
const patternsFor = (text: string): ReturnType<typeof patternsWith> =>
  /^[ -~\s]*$/.test(text) ? asciiPatterns() : allPatterns()

/** Keywords of auth0-deploy-cli, which it replaces before anybody reads them. */
const keyword = /^[A-Z0-9_]+$/

export const misspeltPlaceholder: TemplateRule = {
  name: 'misspelt-placeholder',
  group: 'placeholder',
  severity: 'error',
  summary: 'Customers read the name of the placeholder instead of their code.',
  on: 'template',
  check: (context) => collect(context.template.nodes, (node) => inNode(node, context)),
}

function inNode(node: Node, context: TemplateContext): readonly Finding[] {
  const text = textOf(context.template.source, node)
  if (node.type === 'text') return inText(text, node.start, context)
  if (node.type === 'placeholder' && !isDocumented(node, context.profile))
    return misspelt(node, node.name, 'macro', context)
  const inside = node.type === 'output' && !node.value ? bracedIn(text) : undefined
  return inside === undefined ? [] : misspelt(node, inside, 'braced', context)
}

const bracedIn = (text: string): string | undefined => patternsFor(text).braced.exec(text)?.[1]

function inText(text: string, offset: number, context: TemplateContext): readonly Finding[] {
  if (!/[@{%$]/.test(text)) return []
  return [...text.matchAll(patternsFor(text).literal)].flatMap((match) => {
    const [asMacro, ...asForeign] = match.slice(1)
    const written = asMacro ?? asForeign.find((group) => group !== undefined) ?? ''
    const start = offset + match.index
    const span = spanOf(start, start + match[0].length)
    return misspelt(span, written, asMacro === undefined ? 'foreign' : 'macro', context)
  })
}

function misspelt(
  { start, end }: Span,
  written: string,
  notation: Notation,
  { template, profile, surroundings }: TemplateContext,
): readonly Finding[] {
  const meaning = meaningOf(written, profile, notation === 'foreign')
  if (meaning === undefined) return []
  const isExact = written.toLowerCase() === meaning.variable
  if (surroundings.deployed === true && keyword.test(written) && !isExact) return []
  const text = spellingOf(meaning.variable, profile, surroundings.syntax)
  const shown = quoted(template.source.slice(start, end))
  const instead = meaning.isCode ? ' instead of their code' : ''
  // Whether Auth0 takes `@@PASSWORD@@` or `@@ password @@` for the placeholder is not documented.
  const reads = notation === 'macro' && isExact ? 'may read' : 'read'
  const effect =
    notation === 'braced'
      ? `Liquid rejects the whole template at ${shown}, so no customer gets a message`
      : `Customers ${reads} ${shown} as it stands${instead}`
  const fix = { title: `Write ${text}`, safe: meaning.isSure, edits: [{ start, end, text }] }
  const lost = meaning.isCode && { lost: 'code' as const }
  return [{ start, end, message: `${effect}. Write \`${text}\``, fixes: [fix], ...lost }]
}
