import type { Outcome } from '../decide/analysis.ts'
import type { Finding, Fix } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { sourceOf } from '../render/source-of.ts'
import { type Ucs2Character, ucs2Characters } from '../sms/characters.ts'
import { segment } from '../sms/segment.ts'
import { characterName } from '../text/visible.ts'
import { messages, onePerPlace, textOfWhom } from './shared/messages.ts'

/**
 * Silent where the script leaves no choice (Japanese is UCS-2 whatever one writes) and where the letters cost
 * nothing: `código` in a text that fits one UCS-2 segment anyway.
 */
export const ucs2Character: TemplateRule = {
  name: 'ucs2-character',
  group: 'message',
  severity: 'info',
  summary: 'A few characters make the whole message cost up to twice as many segments.',
  on: 'template',
  about: 'sms',
  check: (context) => onePerPlace(messages(context).flatMap((outcome) => about(outcome))),
}

const isForeignLetter = ({ character }: Ucs2Character): boolean =>
  /(?!\p{Script=Latin})\p{L}/u.test(character)

function about(outcome: Outcome): readonly Finding[] {
  const { text } = outcome.rendered
  const { encoding, segments } = segment(text)
  if (encoding === 'GSM-7') return []
  const found = ucs2Characters(text)
  if (found.some(isForeignLetter)) return []
  const cheaper = segment(replaced(text, found)).segments
  // Beside letters that need UCS-2 anyway, punctuation costs nothing.
  if (cheaper === segments && found.some(({ character }) => /\p{L}/u.test(character))) return []
  const [first] = found
  if (first === undefined) return []
  const names = [...new Set(found.map(({ character }) => characterName(character)))]
  const cost =
    cheaper < segments
      ? `takes ${segments} segments instead of ${cheaper}`
      : 'is sent as UCS-2, 70 characters to a segment instead of 160,'
  const message = `${textOfWhom(outcome)} ${cost} because of ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}${instead(found)}`
  return [{ ...sourceOf(outcome.rendered, first), message, fixes: fixes(outcome, found) }]
}

const instead = (characters: readonly Ucs2Character[]): string => {
  const pairs = characters.flatMap(({ character, lookAlike }) =>
    lookAlike === undefined
      ? []
      : [lookAlike === '' ? `no ${characterName(character)}` : `\`${lookAlike}\``],
  )
  return pairs.length === 0 ? '' : `. Write ${[...new Set(pairs)].slice(0, 5).join(', ')} instead`
}

function replaced(text: string, characters: readonly Ucs2Character[]): string {
  let result = ''
  let at = 0
  for (const { start, end, character, lookAlike } of characters) {
    result += text.slice(at, start) + (lookAlike ?? character)
    at = end
  }
  return result + text.slice(at)
}

/** Punctuation and blanks may go without asking anybody; letters are the translator's. */
function fixes(outcome: Outcome, characters: readonly Ucs2Character[]): readonly Fix[] {
  const edits = characters.flatMap(({ character, lookAlike, start, end }) => {
    const source = sourceOf(outcome.rendered, { start, end })
    const copied = source.end - source.start === end - start
    return lookAlike === undefined || !copied || /\p{L}/u.test(character)
      ? []
      : [{ ...source, text: lookAlike }]
  })
  return edits.length === 0
    ? []
    : [{ title: 'Write the characters that GSM-7 has', safe: true, edits }]
}
