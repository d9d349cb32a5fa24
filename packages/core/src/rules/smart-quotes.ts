import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Edit, Span } from '../text/span.ts'
import { winsOneValue } from './shared/conditions.ts'
import { liquidSpans } from './shared/markups.ts'
import { overlapping } from './shared/overlap.ts'

export const smartQuotes: TemplateRule = {
  name: 'smart-quotes',
  group: 'syntax',
  severity: 'error',
  summary:
    'Curly quotes in a tag hold no text: its branch goes to nobody, or nobody gets a message.',
  on: 'template',
  check: ({ template }) => {
    const isRefused = overlapping(template.errors)
    const isSafe = winsOneValue(template)
    return liquidSpans(template)
      .flatMap((span) => quotesIn(template.source, span))
      .map((quoted) => {
        const refused = isRefused(quoted)
        const safe = refused || (!/\s/.test(quoted.text) && isSafe(quoted))
        return finding(template.source, quoted, refused, safe)
      })
  },
}

/** A text between quotes of which at least one is no straight quote. */
interface Quoted extends Span {
  readonly text: string
}

// The quotation marks of Unicode's general punctuation, guillemets, the grave and acute accents, the
// primes and the fullwidth forms: whatever keyboards and word processors make of ' and ".
// https://www.unicode.org/reports/tr44/#Quotation_Mark
const lookAlikes = '‘’‚‛“”„‟‹›«»′″‵‶`´＇＂'
const anyQuote = new RegExp(`['"${lookAlikes}]`)
const isStraight = (quote: string): boolean => quote === "'" || quote === '"'

/** Straight-quoted texts are passed over whole: what stands in them is text. */
function quotesIn(source: string, { start, end }: Span): readonly Quoted[] {
  const found: Quoted[] = []
  let at = start
  while (at < end) {
    const opening = source[at]!
    if (!anyQuote.test(opening)) {
      at++
      continue
    }
    const same = isStraight(opening) ? source.indexOf(opening, at + 1) : -1
    const closing = same !== -1 && same < end ? same : closingOf(source, at + 1, end)
    if (closing !== undefined && !(isStraight(opening) && isStraight(source[closing]!)))
      found.push({ start: at, end: closing + 1, text: source.slice(at + 1, closing) })
    at = (closing ?? at) + 1
  }
  return found
}

/** The next quote of any kind on the same line. */
function closingOf(source: string, from: number, end: number): number | undefined {
  const [line = ''] = source.slice(from, end).split('\n', 1)
  const at = line.search(anyQuote)
  return at === -1 ? undefined : from + at
}

function finding(source: string, quoted: Quoted, refused: boolean, safe: boolean): Finding {
  const { start, end } = quoted
  const cost = refused
    ? 'the engine refuses the template and nobody gets a message'
    : "it is read as a variable that does not exist, and no customer's language matches it"
  return {
    start,
    end,
    message: `\`${source.slice(start, end)}\` is not in straight quotes: ${cost}`,
    fixes: [{ title: 'Use straight quotes', safe, edits: straightened(source, quoted) }],
  }
}

/** Both ends get the same straight quote, one that does not stand in the text. */
function straightened(source: string, { start, end, text }: Quoted): readonly Edit[] {
  const straight = text.includes("'") ? '"' : "'"
  return [start, end - 1]
    .filter((at) => source[at] !== straight)
    .map((at) => ({ start: at, end: at + 1, text: straight }))
}
