/**
 * Characters that terminals draw two columns wide: East Asian Wide and Fullwidth
 * (https://www.unicode.org/reports/tr11/) by block, and emoji.
 */
const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u.test(
    character,
  )

/** Marks that stand on the character before them. */
const isMark = (character: string): boolean => /[\p{Mn}\p{Me}]/u.test(character)

const ascii = /^[\x20-\x7e]*$/

/** How many terminal columns a text takes that `visible` has made safe to print. */
export function columns(text: string): number {
  if (ascii.test(text)) return text.length
  let total = 0
  for (const character of text) total += columnsOf(character)
  return total
}

const columnsOf = (character: string): number => (isWide(character) ? 2 : isMark(character) ? 0 : 1)

/** The longest beginning of a text that fits into `width` columns, marks kept with their letter. */
export function firstColumns(text: string, width: number): string {
  let end = 0
  let used = 0
  for (const character of text) {
    used += columnsOf(character)
    if (used > width) break
    end += character.length
  }
  return text.slice(0, end)
}

/** The longest end of a text that fits into `width` columns, marks kept with their letter. */
export function lastColumns(text: string, width: number): string {
  // No more code points than columns, but for marks: enough of the end to look at.
  const characters = Array.from(text.slice(-8 * width - 2))
  let kept = 0
  for (let i = characters.length - 1, used = 0; i >= 0; i--) {
    used += columnsOf(characters[i]!)
    if (used > width) break
    if (!isMark(characters[i]!)) kept = characters.length - i
  }
  return kept === 0 ? '' : characters.slice(-kept).join('')
}

/**
 * Breaks a text at spaces into lines of at most `width` columns. A word that is wider than a line is
 * broken where the line ends, for scripts that put no spaces between words.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columns(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (columns(line) > width) {
      const head = firstColumns(line, width) || Array.from(line)[0]!
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return [...lines, line]
}
