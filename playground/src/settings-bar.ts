import { h } from './dom.ts'
import { examples } from './examples.ts'
import type { Workspace } from './workspace.ts'

/** What a template is held to, and templates to begin with. */
export function settingsBar(
  { settings }: Workspace,
  profiles: readonly { readonly name: string; readonly title: string }[],
  domains: readonly string[],
  change: (part: Partial<Workspace>) => void,
): HTMLElement {
  const profile = choice(
    'Kind',
    [['', 'by its variables'], ...profiles.map((one) => [one.name, one.title] as const)],
    settings.profile ?? '',
  )
  const domain = choice(
    'Headers',
    domains.map((name) => [name, name] as const),
    settings.domain,
  )
  const languages = h('input', {
    id: 'languages',
    placeholder: 'those it tests for',
    value: settings.languages?.join(', ') ?? '',
    autocomplete: 'off',
  })
  const example = choice(
    'Example',
    [['', 'choose'], ...Object.keys(examples).map((name) => [name, name] as const)],
    '',
  )
  const tell = (): void => {
    const tags = languages.value.split(/[\s,]+/).filter((tag) => tag !== '')
    change({
      settings: {
        domain: domain.select.value as Workspace['settings']['domain'],
        ...(profile.select.value !== '' && { profile: profile.select.value }),
        ...(tags.length > 0 && { languages: tags }),
      },
    })
  }
  for (const control of [profile.select, domain.select, languages])
    control.addEventListener('change', tell)
  example.select.addEventListener('change', () => {
    const template = examples[example.select.value]
    if (template !== undefined) change({ template, before: template })
  })
  return h(
    'form',
    { class: 'settings', 'aria-label': 'Settings', submit: (event) => event.preventDefault() },
    example.label,
    profile.label,
    domain.label,
    h('label', {}, 'Languages ', languages),
  )
}

function choice(
  name: string,
  values: readonly (readonly [string, string])[],
  chosen: string,
): { readonly label: HTMLElement; readonly select: HTMLSelectElement } {
  const options = values.map(([value, text]) =>
    h('option', { value, selected: value === chosen }, text),
  )
  const select = h('select', { id: name.toLowerCase() }, ...options)
  return { label: h('label', {}, `${name} `, select), select }
}
