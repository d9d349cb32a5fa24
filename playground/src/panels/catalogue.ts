import {
  type Catalogue,
  catalogueYaml,
  composedSource,
  extractCatalogue,
  languageName,
  type OpenTemplate,
  profiles,
  readCatalogue,
} from '@codeword/core'
import { catalogueFrom, type Edited, editedFrom, type Row } from '../catalogue/edited.ts'
import { h, section } from '../dom.ts'
import { download } from '../download.ts'
import type { Workspace } from '../workspace.ts'
import type { Actions, Panel } from './panel.ts'

/** A table of languages and texts: the template is made of it, and follows each change. */
export function cataloguePanel({ change }: Actions): Panel {
  const empty: Edited = { rows: [], fallback: '', strategy: 'first' }
  let edited = empty
  let composed = ''
  let workspace: Workspace | undefined
  let opened: OpenTemplate | undefined
  const said = h('p', { class: 'note', 'aria-live': 'polite' })
  const body = h('tbody', {})
  const table = h(
    'table',
    { class: 'catalogue', hidden: true },
    h(
      'thead',
      {},
      h('tr', {}, ...['Language', 'Text', 'Else'].map((name) => h('th', {}, name)), h('td', {})),
    ),
    body,
  )
  const strategy = h(
    'select',
    { change: () => edit({ strategy: strategy.value as Edited['strategy'] }) },
    h('option', { value: 'first' }, 'the first language of a customer'),
    h('option', { value: 'best' }, 'the first one with a text'),
  )
  const file = h('input', { type: 'file', accept: '.yaml,.yml,.json', change: () => void take() })
  const tools = h(
    'p',
    { class: 'catalogue-tools' },
    button('Read it off the template', () => void readOff()),
    button('Add a language', () => edit({ rows: [...edited.rows, { tag: '', text: '' }] }, true)),
    button('Save as a file', () => void save()),
    h('label', {}, 'Open a file ', file),
    h('label', {}, 'What counts is ', strategy),
  )
  const element = section('catalogue-title', 'Catalogue', tools, said, table)

  function edit(part: Partial<Edited>, isOtherShape = false): void {
    edited = { ...edited, ...part }
    if (isOtherShape) show()
    void compose()
  }

  /** Makes the template anew, if the table can be one. */
  async function compose(): Promise<void> {
    const catalogue = await current()
    if ('problems' in catalogue) {
      said.textContent = catalogue.problems.join(' · ')
      return
    }
    const profile = profiles.get(catalogue.profile ?? 'auth0-sms')!
    composed = composedSource(catalogue, profile)
    said.textContent = `${catalogue.entries.length} texts, ${composed.length} of ${profile.limits.template} characters.`
    const { fallback } = catalogue
    const languages = catalogue.entries.map(({ tag }) => tag)
    const settings = { domain: 'header' as const, ...workspace?.settings, languages, fallback }
    change({ template: composed, settings })
  }

  const current = (): Promise<Catalogue | { readonly problems: readonly string[] }> =>
    catalogueFrom(edited, {
      profile: opened?.profile.name ?? 'auth0-sms',
      placeholder: workspace?.template.includes('@@') ? '@@password@@' : 'code',
    })

  async function readOff(): Promise<void> {
    if (opened === undefined) return
    const { fallback = 'en' } = opened.options
    const result = await extractCatalogue({ ...opened, options: { ...opened.options, fallback } })
    if (!result.ok) {
      said.textContent = result.problem
      return
    }
    edited = editedFrom(result.catalogue)
    composed = workspace?.template ?? ''
    show()
    const { length } = result.difference.changes
    said.textContent =
      length === 0
        ? 'Read. Made of this table, everybody gets the same text.'
        : `Read. Made of this table, ${length === 1 ? 'one group' : `${length} groups`} of customers would get another text.`
  }

  async function take(): Promise<void> {
    const [chosen] = file.files ?? []
    if (chosen === undefined) return
    const result = await readCatalogue(chosen.name, await chosen.text())
    file.value = ''
    if (!result.ok) {
      said.textContent = result.mistakes
        .map(({ position: { line }, message }) => `line ${line}: ${message}`)
        .join(' · ')
      return
    }
    edit(editedFrom(result.catalogue), true)
  }

  async function save(): Promise<void> {
    const catalogue = await current()
    if ('problems' in catalogue) said.textContent = catalogue.problems.join(' · ')
    else download('otp.catalogue.yaml', await catalogueYaml(catalogue))
  }

  function show(): void {
    table.hidden = edited.rows.length === 0
    strategy.value = edited.strategy
    body.replaceChildren(...edited.rows.map(rowOf))
  }

  function rowOf({ tag, text }: Row, at: number): HTMLElement {
    const name = tag === '' ? `row ${at + 1}` : `${languageName(tag)} (${tag})`
    const set = (part: Partial<Row>): void =>
      edit({ rows: edited.rows.map((row, index) => (index === at ? { ...row, ...part } : row)) })
    const language = h('input', {
      'aria-label': `Language of ${name}`,
      size: 8,
      value: tag,
      input: () => {
        const wasElse = edited.fallback === edited.rows[at]!.tag
        set({ tag: language.value })
        if (wasElse) edit({ fallback: language.value })
      },
    })
    const words = h('input', {
      'aria-label': `Text in ${name}`,
      value: text,
      dir: 'auto',
      input: () => set({ text: words.value }),
    })
    const isElse = h('input', {
      type: 'radio',
      name: 'else',
      'aria-label': `${name} is for everybody else`,
      checked: tag === edited.fallback,
      change: () => edit({ fallback: edited.rows[at]!.tag }),
    })
    const remove = button('Remove', () =>
      edit({ rows: edited.rows.filter((_, index) => index !== at) }, true),
    )
    remove.setAttribute('aria-label', `Remove ${name}`)
    return h('tr', {}, ...[language, words, isElse, remove].map((cell) => h('td', {}, cell)))
  }

  return {
    element,
    update(insight) {
      ;({ workspace, opened } = insight)
      if (edited.rows.length > 0 && composed !== workspace.template)
        said.textContent = 'The template says something else now: read it off again, or edit here.'
    },
  }
}

const button = (text: string, click: () => void): HTMLButtonElement =>
  h('button', { type: 'button', click }, text)
