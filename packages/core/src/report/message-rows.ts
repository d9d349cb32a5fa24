import { hasSegments, type Profile } from '../profile/profile.ts'
import { capacity, segment } from '../sms/segment.ts'
import { wrap } from '../text/columns.ts'
import { visible } from '../text/visible.ts'
import { counted, type Look } from './report.ts'

/** More lines of a message are counted, not shown. */
const mostRows = 16

/**
 * A message as it arrives, with signs for the blanks and line ends around its words.
 * @returns rows of at most `width` columns
 */
export function messageRows(text: string, { paint }: Look, width: number): readonly string[] {
  const signs = (blanks: string): string => blanks.replace(/\r\n|\n|\r/g, '↵').replaceAll(' ', '·')
  const marked = text.replace(/^[ \r\n]+|[ \r\n]+$/g, signs)
  const rows = marked.split(/\r\n|\n|\r/).flatMap((line) => wrap(visible(line), width))
  const shown = rows
    .slice(0, mostRows)
    .map((row) => row.replace(/^[↵·]+|[↵·]+$/g, (edge) => paint('faint', edge)))
  const rest = rows.length - shown.length
  const faint = (row: string): string => paint('faint', row)
  if (rest === 0) return shown
  return [...shown, ...wrap(`and ${counted(rest, 'more line')}`, width).map(faint)]
}

/** How large a message is, in what its channel counts: `1 segment, 34 of 160 units, GSM-7`. */
export function sizeText(text: string, profile: Profile): string {
  if (!hasSegments(profile)) return counted(text.length, 'character')
  const { encoding, units, segments } = segment(text)
  const { single } = capacity[encoding]
  const used = segments === 1 ? `${units} of ${single}` : `${units}`
  return `${counted(segments, 'segment')}, ${used} units, ${encoding}`
}
