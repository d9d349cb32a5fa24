/**
 * A text that people need not read to its end: at most `most` UTF-16 units, the last of them `…` where
 * something is left out. No surrogate pair is parted.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const end = most - 1
  return `${text.slice(0, isPair(text, end - 1) ? end - 1 : end)}…`
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff
