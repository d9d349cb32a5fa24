import { type Span, spanOf } from '../../text/span.ts'

export interface ReadableJson {
  /** As long as the original, so that offsets stay true. */
  readonly json: string
  /** The keywords that stood outside of quotes, by the offset of the literals that took their place. */
  readonly keywords: ReadonlyMap<number, string>
  /** The bracket that is nested too deeply for any parser. */
  readonly tooDeep?: Span
}

/** Far beyond any connection, far below what exhausts the stack of a recursive parser. */
const maximumDepth = 200

/**
 * Puts string literals in place of the keywords that auth0-deploy-cli replaces before it parses
 * (`"time_step": @@STEP@@`), and a space in place of a byte order mark.
 */
export function readableJson(text: string): ReadableJson {
  const keyword = /@@[^@\s"'\\{}[\],:]+@@|##[^#\s"'\\{}[\],:]+##/y
  const keywords = new Map<number, string>()
  let json = ''
  let copied = 0
  let depth = 0
  const replace = (offset: number, length: number, by: string): void => {
    json += text.slice(copied, offset) + by
    copied = offset + length
  }
  if (text.startsWith('\uFEFF')) replace(0, 1, ' ')
  for (let offset = copied; offset < text.length; offset++) {
    const character = text[offset]
    if (character === '"') offset = endOfLiteral(text, offset)
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    else if (character === '@' || character === '#') {
      keyword.lastIndex = offset
      const found = keyword.exec(text)?.[0]
      if (found === undefined) continue
      keywords.set(offset, found)
      replace(offset, found.length, `"${'x'.repeat(found.length - 2)}"`)
      offset = copied - 1
    }
    if (depth > maximumDepth) return { json, keywords, tooDeep: spanOf(offset, offset + 1) }
  }
  return { json: json + text.slice(copied), keywords }
}

/** The offset of the closing quote, or of the end of the line in which it is missing. */
function endOfLiteral(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const character = text[offset]
    if (character === '"' || character === '\n' || character === '\r') return offset
    if (character === '\\') offset++
  }
  return text.length
}
