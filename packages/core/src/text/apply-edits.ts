import type { Edit } from './span.ts'

/**
 * Applies edits to a text; equal ones count once.
 * @returns undefined where two of them want the same place
 */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  let last: Edit | undefined
  for (const edit of sorted) {
    if (last && isSame(edit, last)) continue
    // A text that is put in before a tag goes with another way to write the tag.
    if (edit.start < at || (edit.start === last?.start && edit.end === edit.start)) return undefined
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
    last = edit
  }
  return result + text.slice(at)
}

const isSame = (a: Edit, b: Edit): boolean =>
  a.start === b.start && a.end === b.end && a.text === b.text
