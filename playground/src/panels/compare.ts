import {
  type Change,
  compareTemplates,
  customer,
  languageName,
  type OpenTemplate,
  type Rendered,
  segment,
  visible,
} from '@codeword/core'
import { openDocument } from '@codeword/core/service'
import { h, prose, section } from '../dom.ts'
import { optionsOf, uri } from '../insight.ts'
import type { Workspace } from '../workspace.ts'
import { bubble, sizeOf } from './bubble.ts'
import type { Actions, Panel } from './panel.ts'

/** Milliseconds for one comparison, since it is made again at every key press. */
const budget = 200

/** Whose message has changed since another version of the template. */
export function comparePanel({ change }: Actions): Panel {
  const old = h('textarea', { 'aria-label': 'Version before', spellcheck: 'false', rows: '6' })
  const said = h('p', { class: 'note' })
  const list = h('ul', { class: 'changes' })
  let template = ''
  old.addEventListener('input', () => change({ before: old.value }))
  const element = section(
    'compare-title',
    'Compare with the version before',
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', click: () => change({ before: template }) },
        'Compare with the present text from now on',
      ),
    ),
    h('details', {}, h('summary', {}, 'The version before'), old),
    said,
    list,
  )
  let shown = ''
  return {
    element,
    async update({ workspace, opened }) {
      template = workspace.template
      const key = JSON.stringify([workspace.before, template, workspace.settings])
      if (key === shown) return
      shown = key
      if (old.value !== workspace.before) old.value = workspace.before
      const before = await openedBefore(workspace)
      if (key !== shown) return
      const { changes, complete } = compareTemplates(before.question, {
        ...opened.question,
        budget,
      })
      said.textContent = summary(changes.length, complete)
      list.replaceChildren(...changes.map((one) => changeCard(one, before, opened)))
    },
  }
}

const openedBefore = async ({ before, settings }: Workspace): Promise<OpenTemplate> =>
  (await openDocument(uri, before, optionsOf(settings))).opened[0]!

const summary = (count: number, complete: boolean): string => {
  if (count === 0)
    return complete ? 'Nobody’s message changes: proved.' : 'No change is found; not proved.'
  const classes = count === 1 ? 'One group of customers gets' : `${count} groups of customers get`
  return `${classes} another message${complete ? ', and nobody else' : '; there may be others'}.`
}

function changeCard(change: Change, before: OpenTemplate, after: OpenTemplate): HTMLElement {
  const { languages, value } = change
  const names = languages.map((tag) => languageName(tag))
  return h(
    'li',
    {},
    h('h3', {}, ...prose(names.length > 0 ? names.join(', ') : customer(value))),
    h('p', { class: 'values' }, h('code', {}, value === null ? 'no header' : visible(value))),
    h('p', { class: 'label' }, 'Before'),
    ...messageOf(change.before, before, languages[0]),
    h('p', { class: 'label' }, 'After'),
    ...messageOf(change.after, after, languages[0]),
    h('p', { class: 'size' }, delta(change)),
  )
}

const messageOf = (
  rendered: Rendered | undefined,
  opened: OpenTemplate,
  language: string | undefined,
): readonly HTMLElement[] =>
  rendered === undefined
    ? [h('p', { class: 'bubble empty' }, 'No message: Liquid rejects the template or stops.')]
    : [bubble(rendered, opened, language), h('p', { class: 'size' }, sizeOf(rendered.text))]

function delta({ before, after }: Change): string {
  if (!before || !after) return ''
  const more = segment(after.text).segments - segment(before.text).segments
  if (more === 0) return 'as many segments as before'
  const count = Math.abs(more) === 1 ? '1 segment' : `${Math.abs(more)} segments`
  return more > 0 ? `${count} more` : `${count} less`
}
