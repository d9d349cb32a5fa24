import { analyse } from '../decide/analyse.ts'
import type { Analysis, PropertyName, Question } from '../decide/analysis.ts'
import { withVariables } from '../profile/examples.ts'
import type { Profile } from '../profile/profile.ts'
import { inferProfile } from '../profile/registry.ts'
import { limits } from '../render/limits.ts'
import type { EmbeddedTemplate } from '../source/source-file.ts'
import { parse } from '../syntax/parse.ts'
import type { Template } from '../syntax/tree.ts'
import { variableNames } from '../syntax/walk.ts'
import { type CheckOptions, optionsFor } from './options.ts'

/** A template that was read, with its profile and, once asked for, what every customer gets. */
export interface OpenTemplate {
  readonly embedded: EmbeddedTemplate
  readonly template: Template
  readonly profile: Profile
  /** Those for templates of its profile. */
  readonly options: CheckOptions
  /** What is asked about it: what the user said, and the profile's examples for the rest. */
  readonly question: Question
  /** undefined where the engine rejects the template. Computed once. */
  readonly analysis: () => Analysis | undefined
}

/**
 * Parses an embedded template and finds its profile: the named one, else what the evidence says.
 * @param without properties that are not decided
 */
export function openTemplate(
  embedded: EmbeddedTemplate,
  options: CheckOptions = {},
  without: readonly PropertyName[] = [],
): OpenTemplate {
  const template = parsed(embedded.text)
  const profile =
    options.profile ?? inferProfile({ ...embedded.hints, variables: variableNames(template) })
  const own = optionsFor(profile, options)
  const question = { ...questionAbout(embedded, template, profile, own), without }
  let analysis: { readonly found: Analysis | undefined } | undefined
  return {
    embedded,
    template,
    profile,
    options: own,
    question,
    analysis: () => {
      analysis ??= { found: analyse(question) }
      return analysis.found
    },
  }
}

/** A text that is far too long for any engine is refused unread. */
const parsed = (source: string): Template =>
  source.length > limits.source ? { source, nodes: [], errors: [] } : parse(source)

const questionAbout = (
  { surroundings: { requestLanguage } }: EmbeddedTemplate,
  template: Template,
  profile: Profile,
  options: CheckOptions,
): Question => ({
  template,
  profile,
  variables: withVariables(profile, options.variables ?? {}),
  ...(options.variables !== undefined && { given: options.variables }),
  domain: options.domain ?? 'header',
  ...(options.languages !== undefined && { languages: options.languages }),
  ...(options.fallback !== undefined && { fallback: options.fallback }),
  ...(options.segmentLimit !== undefined && { segmentLimit: options.segmentLimit }),
  // An empty one sets nothing.
  ...(requestLanguage && { whenMissing: requestLanguage }),
})
