import { parseJson } from '../source/json/json-text.ts'
import type { HostDocument } from '../source/source-file.ts'
import { Lines } from '../text/lines.ts'
import { type Mistake, mistakeLine, mistakes, type Validator } from '../text/mistakes.ts'
import type { ConfigMistake } from './config.ts'

export type CheckedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly mistakes: readonly [ConfigMistake, ...ConfigMistake[]] }

/**
 * Reads a JSON file that people write.
 *
 * @param validate compiled from `schema`
 * @param more says what no schema can say; it is asked where the schema has nothing to say
 * @returns the value, or every mistake in source order
 */
export async function checkedJson(
  text: string,
  validate: Validator,
  schema: object,
  more: (value: unknown) => readonly Mistake[] = () => [],
): Promise<CheckedJson> {
  const document = await parseJson(text)
  const lines = new Lines(text)
  const faults = faultsIn(document, validate, schema, more)
  const [first, ...rest] = [...faults].sort((a, b) => a.start - b.start)
  if (first === undefined) return { ok: true, value: document.value }
  const placed = ({ start, message }: Fault): ConfigMistake => ({
    position: lines.position(start),
    message,
  })
  return { ok: false, mistakes: [placed(first), ...rest.map(placed)] }
}

interface Fault {
  readonly start: number
  readonly message: string
}

function faultsIn(
  document: HostDocument,
  validate: Validator,
  schema: object,
  more: (value: unknown) => readonly Mistake[],
): readonly Fault[] {
  const { value, problem, duplicateKeys } = document
  if (problem !== undefined) return [{ start: problem.start, message: problem.message }]
  const twice = duplicateKeys.map(({ path, start }) => ({
    start,
    message: `${path.join('.')}: is written twice`,
  }))
  const wrong = mistakes(validate, schema, value)
    // What `if` leads to is reported by what it leads to.
    .filter(({ keyword }) => keyword !== 'if')
  const found = wrong.length > 0 ? wrong : more(value)
  return [...twice, ...found.map((mistake) => faultAt(mistake, document))]
}

/** What is missing stands nowhere: the fault is where it is missed. */
function faultAt(mistake: Mistake, { keyAt, spanAt }: HostDocument): Fault {
  const { path, atKey } = mistake
  const span = atKey ? keyAt(path) : (spanAt(path) ?? spanAt(path.slice(0, -1)))
  return { start: span?.start ?? 0, message: mistakeLine(mistake) }
}
