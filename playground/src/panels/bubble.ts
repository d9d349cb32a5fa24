import { direction, type OpenTemplate, type Rendered, segment } from '@codeword/core'
import { h } from '../dom.ts'

/** The message as the phone shows it, with the code set apart. */
export function bubble(
  { text, parts }: Rendered,
  { profile }: OpenTemplate,
  language: string | undefined,
): HTMLElement {
  if (text.trim() === '')
    return h('p', { class: 'bubble empty' }, `An empty message (${text.length} blank characters)`)
  const isCode = (inserted: string | undefined): boolean =>
    inserted !== undefined &&
    (profile.codeVariables.includes(inserted) ||
      Object.hasOwn(profile.placeholders, inserted.replaceAll('@@', '')))
  const pieces = parts.map(({ start, end, inserted }) => {
    const piece = text.slice(start, end)
    return isCode(inserted) ? h('bdi', { class: 'code' }, piece) : document.createTextNode(piece)
  })
  const dir = language ? direction(language) : 'auto'
  return h('p', { class: 'bubble', dir, lang: language }, ...pieces)
}

/** What a message takes of what is sent and billed. */
export function sizeOf(text: string): string {
  const { encoding, units, segments } = segment(text)
  return `${segments === 1 ? '1 segment' : `${segments} segments`}, ${units} units, ${encoding}`
}
