import type { Profile } from '../profile/profile.ts'
import { inferProfile } from '../profile/registry.ts'
import type { EmbeddedTemplate } from '../source/source-file.ts'
import { parse } from '../syntax/parse.ts'
import { variableNames } from '../syntax/walk.ts'

/**
 * The kind of two templates that are versions of one: what either of them shows counts for both, so that a
 * version which reads one variable more is not taken for another kind of message.
 * @returns undefined where they stand in places of different kinds
 */
export function commonProfile(
  before: EmbeddedTemplate,
  after: EmbeddedTemplate,
): Profile | undefined {
  const [old, young] = [before.hints, after.hints]
  const differs = (key: keyof typeof old): boolean =>
    old[key] !== undefined && young[key] !== undefined && old[key] !== young[key]
  if (differs('strategy') || differs('templateType')) return undefined
  const names = [before, after].flatMap(({ text }) => [...variableNames(parse(text))])
  return inferProfile({ ...old, ...young, variables: new Set(names) })
}
