import type { DomainName } from '@codeword/core'
import { h } from './dom.ts'
import { examples } from './examples.ts'
import type { Actions, Panel } from './panels/panel.ts'
import { ruleExample, ruleNames } from './rule-examples.ts'
import { chooseTheme, type Theme, themes } from './theme.ts'
import type { Settings } from './workspace.ts'

/** What a template is held to, and templates to begin with. */
export function settingsBar(
  profiles: readonly { readonly name: string; readonly title: string }[],
  domains: readonly string[],
  { change }: Actions,
): Panel {
  const profile = h(
    'select',
    {},
    option('', 'by its variables'),
    ...profiles.map(({ name, title }) => option(name, title)),
  )
  const domain = h('select', {}, ...domains.map((name) => option(name)))
  const languages = h('input', { placeholder: 'those it tests for', autocomplete: 'off' })
  const fallback = h('input', { placeholder: 'none', autocomplete: 'off', size: '6' })
  const segments = h('input', { type: 'number', min: '1', max: '99', placeholder: 'any' })
  const theme = h('select', {}, ...themes.map((name) => option(name)))
  const tell = (): void => {
    const tags = languages.value.split(/[\s,]+/).filter((tag) => tag !== '')
    const limit = Number(segments.value)
    const settings: Settings = {
      domain: domain.value as DomainName,
      ...(profile.value !== '' && { profile: profile.value }),
      ...(tags.length > 0 && { languages: tags }),
      ...(fallback.value.trim() !== '' && { fallback: fallback.value.trim() }),
      ...(limit >= 1 && { segments: limit }),
    }
    change({ settings })
  }
  for (const control of [profile, domain, languages, fallback, segments])
    control.addEventListener('change', tell)
  theme.addEventListener('change', () => chooseTheme(theme.value as Theme))
  const labelled = (name: string, control: HTMLElement): HTMLElement =>
    h('label', {}, `${name} `, control)
  return {
    element: h(
      'form',
      { class: 'settings', 'aria-label': 'Settings', submit: (event) => event.preventDefault() },
      labelled('Example', gallery(change)),
      labelled('Kind', profile),
      labelled('Headers', domain),
      labelled('Languages', languages),
      labelled('Fallback', fallback),
      labelled('Segments', segments),
      labelled('Theme', theme),
    ),
    update({ workspace: { settings } }) {
      profile.value = settings.profile ?? ''
      domain.value = settings.domain
      const fields = [
        [languages, settings.languages?.join(', ') ?? ''],
        [fallback, settings.fallback ?? ''],
        [segments, settings.segments?.toString() ?? ''],
      ] as const
      for (const [field, value] of fields) if (document.activeElement !== field) field.value = value
    },
  }
}

/** Messages worth copying, and what each rule is about. */
function gallery(change: Actions['change']): HTMLSelectElement {
  const select = h(
    'select',
    {},
    option('', 'choose'),
    h('optgroup', { label: 'messages' }, ...Object.keys(examples).map((name) => option(name))),
    h('optgroup', { label: 'rules' }, ...ruleNames.map((name) => option(`#rule=${name}`, name))),
  )
  select.addEventListener('change', () => {
    const template = examples[select.value]
    const chosen = template === undefined ? ruleExample(select.value) : { template }
    if (chosen) change({ fixture: '', ...chosen, before: chosen.template })
  })
  return select
}

const option = (value: string, text: string = value): HTMLElement => h('option', { value }, text)
