import type { Outcome } from '../../decide/analysis.ts'
import { isBlank } from '../../decide/message.ts'
import { direction, languageName } from '../../language/tag.ts'
import { hasSegments } from '../../profile/profile.ts'
import { engine } from '../../render/engine.ts'
import { segment } from '../../sms/segment.ts'
import { escapeHtml, shownHtml } from '../markup.ts'
import { sizeText } from '../message-rows.ts'
import { page } from '../page.ts'
import { counted, placeOf } from '../report.ts'
import { languageOf, readers } from '../value-names.ts'
import { emptyMessage } from '../witness.ts'
import { blockNotes } from './block-notes.ts'
import {
  amount,
  costOf,
  type ExplainFormat,
  type Explanation,
  notes,
  share,
  shownOutcomes,
} from './explanation.ts'
import { type Promised, promises } from './promises.ts'

/** The decision table and what is proved, for translators. */
export const html: ExplainFormat = (explanation) => {
  const { path, opened } = explanation
  const place = shownHtml(placeOf(path, opened.embedded))
  const body = `<p class="place"><bdi>${place}</bdi></p>
<p>${notes(explanation).map(escapeHtml).join(' ')}</p>
</header>
<main>
<section aria-label="Messages" class="messages">
${shownOutcomes(explanation)
  .map(({ outcome, index }) => card(outcome, index, explanation))
  .join('\n')}
</section>
${blockList(explanation)}<section aria-labelledby="promises">
<h2 id="promises">What holds for everybody</h2>
<ul class="promises">
${promises(explanation).map(promise).join('\n')}
</ul>
</section>
</main>
<footer>The code is a fake one. Texts as ${escapeHtml(engine)} renders them; rendered is not yet delivered.</footer>
`
  return page('Who reads what', shownHtml(path), opened.profile.title, body)
}

function card(outcome: Outcome, index: number, explanation: Explanation): string {
  const { analysis, opened } = explanation
  const language = languageOf(outcome, analysis)
  const { text } = outcome.rendered
  const tags = outcome.languages
    .map((tag) => `<span class="tag">${escapeHtml(tag)}</span>`)
    .join(' ')
  return `<article>
<h2>${escapeHtml(headingOf(outcome, language))}${tags && ` ${tags}`}</h2>
<p class="who"><bdi>${shownHtml(readers(outcome, analysis))}</bdi></p>
<div class="phone">${bubble(outcome, language)}</div>
<p class="size">${isBlank(text) ? '' : `${segmentDots(outcome, explanation)}${sizeText(text, opened.profile)}`}</p>
${facts(outcome, index, explanation)}</article>`
}

function headingOf({ languages, value }: Outcome, language: string | undefined): string {
  if (languages.length > 0)
    return languages
      .slice(0, 3)
      .map((tag) => languageName(tag))
      .join(', ')
  if (language !== undefined) return languageName(language)
  return value === null ? 'Everybody else' : 'Some requests'
}

function bubble(outcome: Outcome, language: string | undefined): string {
  const { text } = outcome.rendered
  if (isBlank(text)) return `<p class="bubble nothing">${emptyMessage(text)}</p>`
  const attributes =
    language === undefined
      ? 'dir="auto"'
      : `lang="${escapeHtml(language)}" dir="${direction(language)}"`
  return `<p class="bubble" ${attributes}>${marked(outcome)}</p>`
}

/** The text with what is put in for each customer set apart: the code, the name of the application. */
const marked = ({ rendered }: Outcome): string =>
  rendered.parts
    .map(({ start, end, inserted }) => {
      const part = shownHtml(rendered.text.slice(start, end))
      return inserted === undefined || part === ''
        ? part
        : `<mark title="${escapeHtml(shownHtml(inserted))}">${part}</mark>`
    })
    .join('')

/** A dot a segment: what a message costs can be seen across the page. */
function segmentDots({ rendered }: Outcome, { opened, segmentLimit }: Explanation): string {
  if (!hasSegments(opened.profile)) return ''
  const { segments } = segment(rendered.text)
  const most = segmentLimit ?? Number.POSITIVE_INFINITY
  const dots = Array.from({ length: Math.min(segments, 12) }, (_, i) =>
    i < most ? '<i></i>' : '<i class="over"></i>',
  )
  return `<span class="dots" aria-hidden="true">${dots.join('')}</span>`
}

function facts(outcome: Outcome, index: number, explanation: Explanation): string {
  const cost = costOf(outcome, explanation)
  const { requests } = explanation
  const count = requests?.counts[index]
  const lines = [
    ...(count === undefined
      ? []
      : [`${counted(count, 'request')}, ${escapeHtml(share(count, requests!.total))}`]),
    ...(cost === undefined ? [] : [`costs ${amount(cost)}`]),
  ]
  return lines.length === 0 ? '' : `<p class="facts">${lines.join(' · ')}</p>\n`
}

const marks = {
  proved: ['✓', 'Proved'],
  broken: ['✗', 'Broken'],
  unproved: ['?', 'Not proved'],
  informative: ['i', 'For information'],
} as const satisfies Record<Promised['tone'], readonly [string, string]>

function promise({ tone, title, detail, name }: Promised): string {
  const [mark, word] = marks[tone]
  return `<li class="${tone}"><span class="mark" role="img" aria-label="${word}">${mark}</span>
<div><b>${escapeHtml(title)}</b> <code>${name}</code><br><span class="detail">${quotedCode(shownHtml(detail))}</span></div></li>`
}

/** What stands between backticks is set as code. */
const quotedCode = (escaped: string): string =>
  escaped.replace(/&#96;(.*?)&#96;/g, '<code>$1</code>')

function blockList(explanation: Explanation): string {
  const items = blockNotes(explanation).map((note) => `<li>${quotedCode(shownHtml(note))}</li>`)
  if (items.length === 0) return ''
  return `<section aria-labelledby="blocks">
<h2 id="blocks">Blocks that stand on their own</h2>
<ul>
${items.join('\n')}
</ul>
</section>
`
}
