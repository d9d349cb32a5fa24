import { direction } from '../../language/tag.ts'
import { escapeHtml, shownHtml } from '../../report/markup.ts'
import { page } from '../../report/page.ts'
import type { CatalogueReport } from './report.ts'
import { type Row, rowsOf, sizeText, stateText } from './rows.ts'

/** The texts of a catalogue, for who looks after them. */
export const html: CatalogueReport = (path, catalogue, composed) => {
  const rows = rowsOf(catalogue, composed)
  const limit = catalogue.limits?.segments
  const open = rows.filter(({ state }) => state !== 'source' && state !== 'translated').length
  const done = open === 0 ? 'All are translated.' : `${open} of ${rows.length} need somebody.`
  const note = catalogue.note === undefined ? '' : `<p>${shownHtml(catalogue.note)}</p>\n`
  const body = `<p class="place"><bdi>${shownHtml(path)}</bdi></p>
<p>${rows.length} languages. ${done}</p>
${note}</header>
<main class="messages">
${rows.map((row) => article(row, limit)).join('')}</main>
`
  return page('One text for each language', shownHtml(path), composed.opened.profile.title, body)
}

function article({ tag, language, text, size, state, note }: Row, limit?: number): string {
  const bubble =
    text === undefined
      ? '<p class="bubble nothing">no text</p>'
      : `<p class="bubble" lang="${escapeHtml(tag)}" dir="${direction(tag)}">${shownHtml(text)}</p>`
  const sized = size === undefined ? '' : `<p class="size">${sizeText(size, limit)}</p>\n`
  const noted = note === undefined ? '' : `<p class="who">${shownHtml(note)}</p>\n`
  return `<article>
<h2>${escapeHtml(language)} <span class="tag">${escapeHtml(tag)}</span></h2>
<p class="facts">${stateText[state]}</p>
<div class="phone">${bubble}</div>
${sized}${noted}</article>
`
}
