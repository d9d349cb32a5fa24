import { Lines } from '../text/lines.ts'
import { type Mistake, mistakeLine, mistakes, type Validator } from '../text/mistakes.ts'
import { type Position, type Span, spanOf } from '../text/span.ts'
import type { HostDocument } from './source-file.ts'

/** One thing that is wrong in a file, worded to follow its place and a colon. */
export interface PlacedMistake {
  readonly span: Span
  readonly position: Position
  readonly message: string
}

export type PlacedMistakes = readonly [PlacedMistake, ...PlacedMistake[]]

export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly mistakes: PlacedMistakes }

/**
 * Checks a file that people write by a JSON Schema.
 *
 * @param text the file that `document` was read from
 * @param validate compiled from `schema`
 * @param more says what no schema can say; it is asked where the schema has nothing to say
 * @returns the value, or every mistake in source order
 */
export function checkedDocument(
  text: string,
  document: HostDocument,
  validate: Validator,
  schema: object,
  more: (value: unknown) => readonly Mistake[] = () => [],
): Checked {
  const { value, problem, duplicateKeys } = document
  if (problem !== undefined) return { ok: false, mistakes: placed(text, [problem]) }
  const twice = duplicateKeys.map(({ path, start, end }) => ({
    ...spanOf(start, end),
    message: `${path.join('.')}: is written twice`,
  }))
  const wrong = mistakes(validate, schema, value)
    // What `if` leads to is reported by what it leads to.
    .filter(({ keyword }) => keyword !== 'if')
  const found = wrong.length > 0 ? wrong : more(value)
  const faults = [...twice, ...found.map((mistake) => faultAt(mistake, document))]
  return faults.length === 0 ? { ok: true, value } : { ok: false, mistakes: placed(text, faults) }
}

/**
 * The places of mistakes that were found in a document later, in source order.
 * @param mistakes one at least
 */
export const placedMistakes = (
  text: string,
  document: HostDocument,
  mistakes: readonly Mistake[],
): PlacedMistakes =>
  placed(
    text,
    mistakes.map((mistake) => faultAt(mistake, document)),
  )

function placed(text: string, faults: readonly Fault[]): PlacedMistakes {
  const lines = new Lines(text)
  return [...faults]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, message }) => ({
      span: spanOf(start, end),
      position: lines.position(start),
      message,
    })) as unknown as PlacedMistakes
}

interface Fault extends Span {
  readonly message: string
}

/** What is missing stands nowhere: the fault is where it is missed. */
function faultAt(mistake: Mistake, { keyAt, spanAt }: HostDocument): Fault {
  const { path, atKey } = mistake
  const span = atKey ? keyAt(path) : (spanAt(path) ?? spanAt(path.slice(0, -1)))
  return { ...(span ?? spanOf(0, 0)), message: mistakeLine(mistake) }
}
