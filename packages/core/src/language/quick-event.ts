const key = '"request_language":'
const body = '"body":{'
const details = '"details":{'

/**
 * The value of `details.body.request_language` in an event as Auth0 writes it, without reading the rest: logs have
 * millions of them. Whatever is not plain to see is left to a real parser.
 *
 * @param line JSON without blanks between its signs
 * @returns undefined where it takes a parser to tell
 */
export function quickEventLanguage(line: string): string | null | undefined {
  const at = line.indexOf(key)
  if (at < 0 || line.indexOf(key, at + 1) >= 0) return undefined
  const inBody = line.lastIndexOf(body, at)
  const inDetails = line.lastIndexOf(details, inBody)
  if (inDetails < 0) return undefined
  // The three objects that are open here are the event, its details and their body.
  if (!isFlat(line, 1, inDetails) || !isFlat(line, inDetails + details.length, inBody))
    return undefined
  if (!isFlat(line, inBody + body.length, at)) return undefined
  const start = at + key.length
  const found = valueAt(line, start)
  return found !== undefined && closes(line, found.end, 3) ? found.value : undefined
}

interface Found {
  readonly value: string | null
  readonly end: number
}

/** A text without escapes, or null. */
function valueAt(line: string, start: number): Found | undefined {
  if (line.startsWith('null', start)) return { value: null, end: start + 4 }
  if (line[start] !== '"') return undefined
  const end = line.indexOf('"', start + 1)
  if (end < 0) return undefined
  const value = line.slice(start + 1, end)
  return value.includes('\\') ? undefined : { value, end: end + 1 }
}

/** Whether no object begins or ends between two places; a brace in a text counts as well. */
function isFlat(line: string, from: number, to: number): boolean {
  const opening = line.indexOf('{', from)
  if (opening >= 0 && opening < to) return false
  const closing = line.indexOf('}', from)
  return closing < 0 || closing >= to
}

/** Whether the rest closes as many objects as are open, the last with its last character. */
function closes(line: string, from: number, open: number): boolean {
  let depth = open
  let opening = line.indexOf('{', from)
  for (let closing = line.indexOf('}', from); closing >= 0; ) {
    if (opening >= 0 && opening < closing) {
      depth++
      opening = line.indexOf('{', opening + 1)
      continue
    }
    if (--depth === 0) return closing === line.length - 1
    closing = line.indexOf('}', closing + 1)
  }
  return false
}
