import { type OpenTemplate, openTemplate } from '../check/open-template.ts'
import { compareTemplates } from '../decide/compare/compare.ts'
import type { Difference } from '../decide/compare/difference.ts'
import { renderValue } from '../decide/render-value.ts'
import { nested } from '../fixture/nested.ts'
import { openSource } from '../source/open-source.ts'
import type { EmbeddedTemplate } from '../source/source-file.ts'
import type { Catalogue, CatalogueEntry } from './catalogue.ts'
import { type ComposedOf, composedOf, composedSource } from './compose.ts'
import { piecesOf, variableNames } from './markers.ts'

/** The catalogue of a template, and how far a template that is made of it is the same. */
export interface Extracted {
  readonly catalogue: Catalogue
  /** The template that is made of it. */
  readonly composed: EmbeddedTemplate
  /** Whose message that changes. */
  readonly difference: Difference
  /** What a catalogue cannot say, one line each. */
  readonly notes: readonly string[]
}

export type ExtractResult =
  | ({ readonly ok: true } & Extracted)
  | { readonly ok: false; readonly problem: string }

/**
 * Reads the text of each language off a template. It is exact for whom the difference does not name.
 * @param opened with the languages to read and that of the fallback, where the template does not tell
 */
export async function extractCatalogue(opened: OpenTemplate): Promise<ExtractResult> {
  const { template, profile } = opened
  const found = composedOf(template.source) ?? seen(opened)
  if ('problem' in found) return { ok: false, problem: found.problem }
  const { tags, fallback, strategy } = found
  const entries: CatalogueEntry[] = []
  for (const tag of tags) {
    const text = textFor(opened, tag === fallback ? null : tag)
    if (text === undefined) return { ok: false, problem: `a phone set to ${tag} gets no message` }
    entries.push({ tag, text })
  }
  const catalogue: Catalogue = {
    ...(profile.name !== 'auth0-sms' && { profile: profile.name }),
    ...(strategy === 'best' && tags.length > 1 && { strategy }),
    ...(!template.source.includes('@@') && { placeholder: 'code' }),
    fallback,
    entries,
  }
  const notes = notesOn(catalogue, opened)
  return { ok: true, catalogue, notes, ...(await compared(opened, catalogue)) }
}

/** What a template that people wrote shows of itself. */
function seen({ options, analysis }: OpenTemplate): ComposedOf | { readonly problem: string } {
  const shown = analysis()
  if (shown === undefined) return { problem: 'Liquid rejects this template' }
  const fallback = options.fallback ?? shown.fallback
  if (fallback === undefined)
    return { problem: 'which language has the text for everybody else? Give --fallback en' }
  const isBest = shown.properties.some(
    ({ name, status }) => name === 'best-language' && status === 'proved',
  )
  const tags = [...new Set([fallback, ...shown.languages])]
  return { tags, fallback, strategy: isBest ? 'best' : 'first' }
}

/** What a customer reads, with markers for what is put in. */
function textFor({ question, profile }: OpenTemplate, value: string | null): string | undefined {
  const marks = variableNames(profile).map((name) => [name, `{${name}}`] as const)
  const leaves = marks.filter(([name]) => !marks.some(([other]) => other.startsWith(`${name}.`)))
  const variables = { ...question.variables, ...nested(Object.fromEntries(leaves)) }
  const result = renderValue({ ...question, variables }, value, '{code}')
  const text = result.ok ? result.rendered.text.trim() : ''
  return text === '' ? undefined : text
}

function notesOn({ entries }: Catalogue, { profile }: OpenTemplate): readonly string[] {
  return entries.flatMap(({ tag, text }) => {
    const pieces = piecesOf(text, profile)
    const odd = pieces.filter(({ kind }) => kind === 'liquid' || kind === 'unknown')
    return odd.map((piece) => `${tag}: ${(piece as { readonly text: string }).text} is no marker`)
  })
}

/** Whom composing the catalogue would send another text. */
async function compared(
  { profile, question, options }: OpenTemplate,
  catalogue: Catalogue,
): Promise<Pick<Extracted, 'composed' | 'difference'>> {
  const source = composedSource(catalogue, profile)
  const [composed] = (await openSource('composed.liquid', source))!.templates
  const { question: after } = openTemplate(composed!, { ...options, profile })
  const difference = compareTemplates(question, { ...after, variables: question.variables })
  return { composed: composed!, difference }
}
