import type { OpenTemplate } from '../check/open-template.ts'
import type { Rendered } from '../render/rendered.ts'
import { segment } from '../sms/segment.ts'
import type { Span } from '../text/span.ts'
import { inertJson } from './inert.ts'

/**
 * One rendered message for programs. The shape is a promise: keys are added, never renamed or removed.
 *
 * @param value what the language variable held; null: the header is missing
 * @returns places of `parts` are those of the text, places of `arms` those of the file
 */
export function renderedJson(
  opened: OpenTemplate,
  value: string | null,
  { text, arms }: Rendered,
): string {
  const { profile, embedded } = opened
  const { encoding, units, segments, parts } = segment(text)
  return inertJson({
    variable: profile.languageVariable,
    value,
    text,
    encoding,
    units,
    segments,
    parts: parts.map((part) => ({
      text: part.text,
      start: part.start,
      end: part.end,
      units: part.units,
    })),
    arms: arms.map((arm) => ({
      start: embedded.toHost(arm.start),
      end: embedded.toHost(arm.end),
      languages: languagesOf(arm, opened),
    })),
  })
}

/** The supported languages whose bare value reaches an arm. */
function languagesOf(arm: Span, { analysis }: OpenTemplate): readonly string[] {
  const outcomes = analysis()?.outcomes ?? []
  return outcomes
    .filter(({ rendered }) =>
      rendered.arms.some(({ start, end }) => start === arm.start && end === arm.end),
    )
    .flatMap(({ languages }) => languages)
}
