import { type UnitCollector, type Units, unitCollector } from '../hosted-text.ts'

/** `|2-`, as the line that opens a block scalar says it. */
export interface BlockHeader {
  readonly folded: boolean
  /** What happens to the line ends at its end: one is kept, none, or all. */
  readonly chomping: '' | '-' | '+'
  /** How many columns its lines are indented beyond their parent, where the header says so. */
  readonly indentation?: number
}

export function blockHeader(source: string): BlockHeader {
  const indentation = /[1-9]/.exec(source)?.[0]
  return {
    folded: source.startsWith('>'),
    chomping: source.includes('-') ? '-' : source.includes('+') ? '+' : '',
    ...(indentation !== undefined && { indentation: Number(indentation) }),
  }
}

interface Line {
  /** Where its text begins, after the indentation. */
  readonly start: number
  readonly end: number
  /** Where the line end stands; undefined where the file ends first. */
  readonly lineEnd: number | undefined
  readonly next: number
}

export interface Block extends Units {
  /** How many columns its lines are indented. */
  readonly indent: number
}

/**
 * Decodes a literal or folded scalar. https://yaml.org/spec/1.2.2/#81-block-scalar-styles
 *
 * @param start the offset of the line after the header
 * @param end the offset after its last line
 * @param parentIndent how many columns the collection around it is indented; -1 around the root
 */
export function blockScalar(
  host: string,
  start: number,
  end: number,
  header: BlockHeader,
  parentIndent: number,
): Block {
  const indent =
    header.indentation === undefined
      ? foundIndent(host.slice(start, end))
      : parentIndent + header.indentation
  const lines = linesOf(host, start, end, indent)
  const contentEnd = lines.findLastIndex((line) => line.end > line.start) + 1
  const units = unitCollector()
  let breaks: number[] = []
  let wasSpaced = true // Line ends before the first line are kept, as they are next to indented ones.
  let last = start
  for (const line of lines.slice(0, contentEnd)) {
    if (line.end > line.start) {
      const isSpaced = !header.folded || /[ \t]/.test(host[line.start]!)
      addBreaks(breaks, !isSpaced && !wasSpaced, units)
      for (let offset = line.start; offset < line.end; offset++) units.add(host[offset]!, offset)
      breaks = []
      wasSpaced = isSpaced
      last = line.end
    }
    if (line.lineEnd !== undefined) breaks.push(line.lineEnd)
  }
  const kept = keptBreaks(lines, contentEnd, header.chomping)
  for (const line of kept) {
    // The parser of a file without a line end at its end takes one for granted.
    units.add('\n', line.lineEnd ?? line.end)
    last = line.next
  }
  return { ...units.done(last), indent }
}

/** The indentation of the first line that is not empty; of the longest if all are. */
function foundIndent(source: string): number {
  const first = /^(?: *\r?\n)*( *)[^ \r\n]/.exec(source)?.[1]?.length
  return first ?? Math.max(0, ...source.split(/\r?\n/).map(({ length }) => length))
}

function linesOf(host: string, start: number, end: number, indent: number): readonly Line[] {
  const lines: Line[] = []
  for (let offset = start; offset < end; ) {
    const found = host.indexOf('\n', offset)
    const hasEnd = found !== -1 && found < end
    const next = hasEnd ? found + 1 : end
    const lineEnd = hasEnd ? (host[found - 1] === '\r' && found > offset ? found - 1 : found) : end
    let first = offset
    while (first < lineEnd && first < offset + indent && host[first] === ' ') first++
    lines.push({ start: first, end: lineEnd, lineEnd: hasEnd ? lineEnd : undefined, next })
    offset = next
  }
  return lines
}

/** Line ends between two lines: in folded text one is a space, and of several the first is lost. */
function addBreaks(breaks: readonly number[], folds: boolean, units: UnitCollector): void {
  if (folds && breaks.length === 1) units.add(' ', breaks[0]!)
  for (const place of folds ? breaks.slice(1) : breaks) units.add('\n', place)
}

/** The lines after which a line end is kept at the end of the text. */
function keptBreaks(
  lines: readonly Line[],
  contentEnd: number,
  chomping: BlockHeader['chomping'],
): readonly Line[] {
  if (chomping === '-') return []
  if (chomping === '') return lines.slice(Math.max(0, contentEnd - 1), contentEnd)
  const trailing = lines.slice(Math.max(0, contentEnd - 1))
  return trailing.filter(
    ({ lineEnd }, index) => lineEnd !== undefined || (index === 0 && contentEnd > 0),
  )
}
