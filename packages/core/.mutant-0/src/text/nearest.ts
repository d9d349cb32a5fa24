import { distance } from 'fastest-levenshtein'

/** Letter case and word separators are what people mix up first. */
const fold = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '')

/**
 * The candidate that `word` was probably meant to be: the one with the fewest edits, at most one in
 * three characters, letter case and separators not counted.
 *
 * @param most the most edits, where long words are to be no excuse for many
 * @returns undefined where nothing is near enough
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most: number = Number.POSITIVE_INFINITY,
): string | undefined {
  const folded = fold(word)
  let best: string | undefined
  let fewest = most + 1
  for (const candidate of candidates) {
    const other = fold(candidate)
    const edits = distance(folded, other)
    if (edits < fewest && edits * 3 <= Math.max(folded.length, other.length)) {
      best = candidate
      fewest = edits
    }
  }
  return best
}
