import { lazy } from './lazy.ts'

/** The invisible parts of one emoji: a variation selector, a joiner to the next pictograph. */
const inEmoji = String.raw`(?<=[\p{ExtPict}\p{EMod}])\ufe0f|(?<=[\p{ExtPict}\p{EMod}\ufe0f])\u200d(?=\p{ExtPict})`

/** Controls, format characters (bidirectional ones included), lone surrogates, line separators and fillers. */
const hidden = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`

const otherSpace = String.raw`(?! )\p{Zs}`

/** A combining mark with nothing that it could stand on. */
const looseMark = String.raw`(?<![\p{L}\p{M}\p{N}\p{P}\p{S}])\p{M}`

// Reading these classes takes as long as linting a template, and hardly any text needs them.
const unseen = lazy(() => new RegExp(`(?!${inEmoji})${hidden}|${otherSpace}|${looseMark}`, 'gu'))
const nothingUnseen = /^[ -~]*$/

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * A text as one line that is safe to print on a terminal and hides nothing: line ends and tabs stand as
 * `\n`, `\r`, `\t`, every other character that people cannot see as `<U+200B>`. The rest stays as it is.
 * For people only: it cannot be read back.
 */
export function visible(text: string): string {
  if (nothingUnseen.test(text)) return text
  return text.replace(unseen(), (character) => escapes[character] ?? `<${codePoint(character)}>`)
}

/** The characters of a text that people cannot see, in order; line ends and tabs are among them. */
export const unseenIn = (text: string): readonly string[] =>
  nothingUnseen.test(text) ? [] : (text.match(unseen()) ?? [])

/**
 * Names one character in a message: `’ (U+2019)`, and only `U+200B` where there is nothing to see.
 *
 * @param character one or more code points, such as a letter with its combining marks
 */
export function characterName(character: string): string {
  const points = Array.from(character, codePoint).join(' ')
  return visible(character) === character && character.trim() !== ''
    ? `${character} (${points})`
    : points
}

/** `U+` and at least four hexadecimal digits. */
function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
