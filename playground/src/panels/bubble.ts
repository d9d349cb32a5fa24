import {
  direction,
  type OpenTemplate,
  type Rendered,
  type Span,
  segment,
  ucs2Characters,
} from '@codeword/core'
import { h } from '../dom.ts'

/** The message as the phone shows it, with the code set apart and a mark where a segment ends. */
export function bubble(
  rendered: Rendered,
  { profile }: OpenTemplate,
  language: string | undefined,
): HTMLElement {
  const { text, parts } = rendered
  if (text.trim() === '')
    return h('p', { class: 'bubble empty' }, `An empty message (${text.length} blank characters)`)
  const isCode = (inserted: string | undefined): boolean =>
    inserted !== undefined &&
    (profile.codeVariables.includes(inserted) ||
      Object.hasOwn(profile.placeholders, inserted.replaceAll('@@', '')))
  const codes = parts.filter(({ inserted }) => isCode(inserted))
  const seams = segment(text).parts.slice(1)
  const costly = costlyCharacters(text)
  const pieces = cut(text, [...codes, ...seams, ...costly]).flatMap(({ start, end }) => {
    const has = (spans: readonly Span[]): boolean =>
      spans.some((span) => span.start <= start && end <= span.end)
    const piece = text.slice(start, end)
    const seam = seams.findIndex((one) => one.start === start)
    const mark = seam < 0 ? [] : [seamMark(seam + 2)]
    if (has(codes)) return [...mark, h('bdi', { class: 'code' }, piece)]
    if (has(costly)) return [...mark, h('span', { class: 'costly', title: costlyTitle }, piece)]
    return [...mark, document.createTextNode(piece)]
  })
  const dir = language ? direction(language) : 'auto'
  return h('p', { class: 'bubble', dir, lang: language }, ...pieces)
}

/** What a message takes of what is sent and billed. */
export function sizeOf(text: string): string {
  const { encoding, units, segments } = segment(text)
  return `${segments === 1 ? '1 segment' : `${segments} segments`}, ${units} units, ${encoding}`
}

const seamMark = (number: number): HTMLElement =>
  h('span', { class: 'seam', role: 'img', 'aria-label': `segment ${number} begins` })

const costlyTitle = 'This character makes the whole message UCS-2'

/** The few characters but for which a message were GSM-7; in Arabic or Japanese they are the message. */
const costlyCharacters = (text: string): readonly Span[] => {
  const all = ucs2Characters(text)
  return all.length * 4 < text.length ? all : []
}

/** A text in pieces, none of which goes across an edge of a span. */
function cut(text: string, spans: readonly Span[]): readonly Span[] {
  const edges = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])
  const ordered = [...edges].sort((a, b) => a - b)
  return ordered.slice(1).map((end, at) => ({ start: ordered[at]!, end }))
}
