import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { allArms } from '../syntax/walk.ts'
import { overlapping } from '../text/overlapping.ts'
import type { Edit, Span } from '../text/span.ts'
import { winsOneValue } from './shared/conditions.ts'
import { liquidSpans } from './shared/markups.ts'

export const smartQuotes: TemplateRule = {
  name: 'smart-quotes',
  group: 'syntax',
  severity: 'error',
  summary:
    'Curly quotes in a tag hold no text: its branch goes to nobody, or nobody gets a message.',
  on: 'template',
  about: 'liquid',
  check: ({ template }) => {
    const isRefused = overlapping(template.errors)
    const isSafe = winsOneValue(template)
    const isTest = overlapping(allArms(template.nodes).map(({ tag }) => tag.args))
    return liquidSpans(template)
      .flatMap((span) => quotesIn(template.source, span))
      .map((quoted) => {
        const refused = isRefused(quoted)
        const safe = refused || (!/\s/.test(quoted.text) && isSafe(quoted))
        const cost = refused ? costs.refused : isTest(quoted) ? costs.test : costs.value
        return finding(template.source, quoted, cost, safe)
      })
  },
}

/** A text between quotes of which at least one is no straight quote. */
interface Quoted extends Span {
  readonly text: string
}

// The quotation marks of Unicode, the grave and acute accents, the primes and the fullwidth forms:
// whatever keyboards and word processors make of ' and ".
// https://www.unicode.org/reports/tr44/#Quotation_Mark
const singles = "'‘’‚‛‹›′‵`´＇"
const doubles = '"“”„‟«»″‶＂'
const isQuote = (character: string): boolean => `${singles}${doubles}`.includes(character)
const isStraight = (quote: string): boolean => quote === "'" || quote === '"'

/** Straight-quoted texts are passed over whole: what stands in them is text. */
function quotesIn(source: string, { start, end }: Span): readonly Quoted[] {
  const found: Quoted[] = []
  let at = start
  while (at < end) {
    const opening = source[at]!
    if (!isQuote(opening)) {
      at++
      continue
    }
    const same = isStraight(opening) ? source.indexOf(opening, at + 1) : -1
    const closing = same !== -1 && same < end ? same : closingOf(source, at, end)
    if (closing !== undefined && !(isStraight(opening) && isStraight(source[closing]!)))
      found.push({ start: at, end: closing + 1, text: source.slice(at + 1, closing) })
    at = (closing ?? at) + 1
  }
  return found
}

/** Whoever forgot a quote did not mean all the rest; and no search is long. */
const longestText = 200

/** The next quote on the same line that ends a word: of the same kind, single or double, if any. */
function closingOf(source: string, opening: number, end: number): number | undefined {
  const [line = ''] = source
    .slice(opening + 1, Math.min(end, opening + 1 + longestText))
    .split('\n', 1)
  const kind = singles.includes(source[opening]!) ? singles : doubles
  const at = [kind, singles + doubles]
    .map((quotes) => line.search(new RegExp(`[${quotes}](?![\\p{L}\\p{N}])`, 'u')))
    .find((found) => found !== -1)
  return at === undefined ? undefined : opening + 1 + at
}

const costs = {
  refused: 'the engine refuses the template and nobody gets a message',
  test: "it is read as something else, and no customer's language matches it",
  value: 'it is read as a variable that does not exist, and customers get nothing in its place',
} as const

function finding(source: string, quoted: Quoted, cost: string, safe: boolean): Finding {
  const { start, end } = quoted
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
