import { type OpenTemplate, openTemplate } from '../check/open-template.ts'
import { analyse } from '../decide/analyse.ts'
import type { Analysis, Property } from '../decide/analysis.ts'
import { patiently } from '../decide/automata/machine.ts'
import { renderValue } from '../decide/render-value.ts'
import type { Profile } from '../profile/profile.ts'
import { segment } from '../sms/segment.ts'
import { openSource } from '../source/open-source.ts'
import type { Catalogue } from './catalogue.ts'
import { composedSource } from './compose.ts'

/** A template that was made of a catalogue, and what was found out about it. */
export interface Composed {
  readonly source: string
  readonly opened: OpenTemplate
  /** undefined where the engine rejects the template. */
  readonly analysis: Analysis | undefined
  /** Why it must not be sent; empty where everything is proved. */
  readonly problems: readonly ComposeProblem[]
  /** What does not hold for values that nobody sends, though the grammar of headers allows them. */
  readonly oddities: readonly Property[]
}

export type ComposeProblem =
  /** The engine rejects the template. */
  | { readonly kind: 'rejected' }
  | { readonly kind: 'property'; readonly property: Property }
  | { readonly kind: 'template-too-long'; readonly length: number; readonly limit: number }
  | {
      readonly kind: 'too-many-segments'
      readonly tag: string
      readonly segments: number
      readonly limit: number
    }

/** Milliseconds: who composes waits longer than who types. */
const budget = 60_000

/**
 * Composes the template and proves it: never empty, the code always and once, one language, the right language (the best
 * one, too, with `best`), every arm reachable, short enough.
 */
export async function provenTemplate(catalogue: Catalogue, profile: Profile): Promise<Composed> {
  const { entries, fallback, strategy, limits } = catalogue
  const source = composedSource(catalogue, profile)
  const embedded = (await openSource('composed.liquid', source))!.templates[0]!
  const opened = openTemplate(embedded, {
    profile,
    languages: entries.map(({ tag }) => tag),
    fallback,
    ...(limits?.segments !== undefined && { segmentLimit: limits.segments }),
  })
  const without = strategy === 'best' ? [] : (['best-language'] as const)
  const analysis = patiently(() => analyse({ ...opened.question, without, budget }))
  if (analysis === undefined)
    return { source, opened, analysis, problems: [{ kind: 'rejected' }], oddities: [] }
  const missed = analysis.properties.filter(({ status }) => status !== 'proved')
  const oddities = missed.filter(isOdd)
  return {
    source,
    opened,
    analysis,
    oddities,
    problems: [
      ...tooLong(source, profile),
      ...tooManySegments(catalogue, opened),
      ...missed
        .filter((property) => !isOdd(property) && property.name !== 'within-limits')
        .map((property) => ({ kind: 'property' as const, property })),
    ],
  }
}

const isOdd = ({ status, domain }: Property): boolean =>
  status === 'broken' && (domain === 'header' || domain === 'any')

function tooLong(source: string, { limits }: Profile): readonly ComposeProblem[] {
  const { length } = source
  const limit = limits.template
  return length > limit ? [{ kind: 'template-too-long', length, limit }] : []
}

function tooManySegments(
  { entries, limits }: Catalogue,
  { question }: OpenTemplate,
): readonly ComposeProblem[] {
  const limit = limits?.segments
  if (limit === undefined) return []
  return entries.flatMap(({ tag }) => {
    const result = renderValue(question, tag)
    const { segments } = segment(result.ok ? result.rendered.text : '')
    return segments > limit ? [{ kind: 'too-many-segments' as const, tag, segments, limit }] : []
  })
}
