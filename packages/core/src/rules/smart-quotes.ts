import type { Finding, Fix } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Template } from '../syntax/tree.ts'
import type { Edit, Span } from '../text/span.ts'
import { onlyWinsThatValue } from './shared/conditions.ts'
import { liquidSpans } from './shared/markups.ts'

export const smartQuotes: TemplateRule = {
  name: 'smart-quotes',
  group: 'syntax',
  severity: 'error',
  summary: 'Curly quotes in a tag hold no text: its branch goes to nobody, or nobody gets a message.',
  on: 'template',
  check: ({ template }) =>
    liquidSpans(template).flatMap((span) =>
      quotesIn(template.source, span).map((quoted) => finding(template, quoted)),
    ),
}

/** A text between quotes of which at least one is no straight quote. */
interface Quoted extends Span {
  readonly text: string
  /** The quotes that are not straight, each one character. */
  readonly wrong: readonly number[]
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
    if (closing === undefined) {
      if (!isStraight(opening)) found.push({ start: at, end: at + 1, text: '', wrong: [at] })
      at++
      continue
    }
    const wrong = [at, closing].filter((place) => !isStraight(source[place]!))
    if (wrong.length > 0)
      found.push({ start: at, end: closing + 1, text: source.slice(at + 1, closing), wrong })
    at = closing + 1
  }
  return found
}

/** The next quote of any kind on the same line. */
function closingOf(source: string, from: number, end: number): number | undefined {
  const [line = ''] = source.slice(from, end).split('\n', 1)
  const at = line.search(anyQuote)
  return at === -1 ? undefined : from + at
}

function finding(template: Template, quoted: Quoted): Finding {
  const { start, end, wrong } = quoted
  const shown = template.source.slice(start, end)
  const rejected = template.errors.length > 0
  const cost = rejected
    ? 'nobody gets a message while it stands here'
    : 'it is read as a variable that does not exist, and no customer matches it'
  const message = `\`${shown}\` is not in straight quotes: ${cost}. Type the quotes as \`'\` on the keyboard`
  const fixes = wrong.length > 0 && end - start > 1 ? [fix(template, quoted)] : []
  return { start, end, message, fixes }
}

/** Both ends get the same straight quote, one that does not stand in the text. */
function fix(template: Template, quoted: Quoted): Fix {
  const straight = quoted.text.includes("'") ? '"' : "'"
  const ends = [quoted.start, quoted.end - 1]
  const edits: readonly Edit[] = ends
    .filter((at) => template.source[at] !== straight)
    .map((at) => ({ start: at, end: at + 1, text: straight }))
  return {
    title: `Use straight quotes: ${straight}${quoted.text}${straight}`,
    safe: onlyWinsThatValue(template, quoted),
    edits,
  }
}
