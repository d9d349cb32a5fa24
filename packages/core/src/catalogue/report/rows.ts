import { renderValue } from '../../decide/render-value.ts'
import { languageName } from '../../language/tag.ts'
import { hasSegments } from '../../profile/profile.ts'
import { type Segmentation, segment } from '../../sms/segment.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Composed } from '../prove.ts'
import { type TextState, textStates } from '../state.ts'

/** One language of a catalogue, as its report shows it. */
export interface Row {
  readonly tag: string
  readonly language: string
  /** What a phone shows, with the fake code; undefined where there is no text. */
  readonly text: string | undefined
  /** Absent for what is no SMS. */
  readonly size?: Segmentation
  readonly state: TextState
  readonly note?: string
}

export function rowsOf(catalogue: Catalogue, { opened }: Composed): readonly Row[] {
  const entries = new Map(catalogue.entries.map((entry) => [entry.tag, entry]))
  return [...textStates(catalogue)].map(([tag, state]) => {
    const result = entries.has(tag) ? renderValue(opened.question, tag) : undefined
    const text = result?.ok ? result.rendered.text : undefined
    const note = entries.get(tag)?.note
    return {
      tag,
      language: languageName(tag),
      text,
      state,
      ...(text !== undefined && hasSegments(opened.profile) && { size: segment(text) }),
      ...(note !== undefined && { note }),
    }
  })
}

/** What people read of a state. */
export const stateText: Readonly<Record<TextState, string>> = {
  source: 'source',
  translated: 'translated',
  stale: 'the source text has changed since',
  untranslated: 'not translated: it is the source text',
  'wrong-script': 'in another script than its readers use',
  missing: 'missing',
}

/** `2 segments, 75 units, UCS-2`, and the budget where there is one. */
export function sizeText({ segments, units, encoding }: Segmentation, limit?: number): string {
  const counted = segments === 1 ? '1 segment' : `${segments} segments`
  return `${counted}${limit === undefined ? '' : ` of ${limit}`}, ${units} units, ${encoding}`
}
