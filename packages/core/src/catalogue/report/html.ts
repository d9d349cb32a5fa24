import { direction } from '../../language/tag.ts'
import { style } from '../../report/explain/style.ts'
import { escapeHtml, shownHtml } from '../../report/markup.ts'
import type { CatalogueReport } from './report.ts'
import { type Row, rowsOf, sizeText, stateText } from './rows.ts'

/** One page that is complete in itself, asks nothing of the network and runs no script. */
export const html: CatalogueReport = (path, catalogue, composed) => {
  const rows = rowsOf(catalogue, composed)
  const limit = catalogue.limits?.segments
  const open = rows.filter(({ state }) => state !== 'source' && state !== 'translated').length
  const done = open === 0 ? 'All are translated.' : `${open} of ${rows.length} need somebody.`
  const note = catalogue.note === undefined ? '' : `<p>${shownHtml(catalogue.note)}</p>\n`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Texts: ${shownHtml(path)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">${escapeHtml(composed.opened.profile.title)}</p>
<h1>One text for each language</h1>
<p class="place"><bdi>${shownHtml(path)}</bdi></p>
<p>${rows.length} languages. ${done}</p>
${note}</header>
<main class="messages">
${rows.map((row) => article(row, limit)).join('')}</main>
</body>
</html>
`
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
