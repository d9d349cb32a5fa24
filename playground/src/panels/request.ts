import {
  deviceValues,
  languageName,
  type OpenTemplate,
  type RequestLanguage,
  realValues,
  renderValue,
  requestLanguage,
} from '@codeword/core'
import { h, section } from '../dom.ts'
import { headersOf, type SimulatedRequest } from '../workspace.ts'
import { bubble, sizeOf } from './bubble.ts'
import type { Actions, Panel } from './panel.ts'
import { stepList } from './steps.ts'

const sources: Readonly<Record<RequestLanguage['source'], string>> = {
  'x-request-language': 'from X-Request-Language',
  'accept-language': 'from Accept-Language, as it came',
  connection: 'from the connection',
  none: 'no header names a language',
}

/** One customer: what a request says, what the template makes of it, step by step, and what comes of that. */
export function requestPanel({ change, reveal }: Actions): Panel {
  const asked = headerInput('X-Request-Language')
  const accepted = headerInput('Accept-Language')
  const devices = h('select', { 'aria-label': 'Device' })
  const answer = h('div', { class: 'answer' })
  const tell = (): void => change({ request: requestOf(asked.value, accepted.value) })
  for (const input of [asked, accepted]) input.addEventListener('input', tell)
  devices.addEventListener('change', () => {
    const { value } = devices
    const isApp = devices.selectedOptions[0]?.hasAttribute('data-app')
    asked.value = isApp ? value : ''
    accepted.value = isApp ? '' : value
    tell()
  })
  const element = section(
    'request-title',
    'One request',
    h(
      'div',
      { class: 'settings' },
      h('label', {}, 'Device ', devices),
      h('label', {}, 'X-Request-Language ', asked),
      h('label', {}, 'Accept-Language ', accepted),
    ),
    answer,
  )
  let shown = ''
  let offered = ''
  return {
    element,
    update({ workspace: { template, request = {}, settings }, opened }) {
      const key = JSON.stringify([template, request, settings])
      if (key === shown) return
      shown = key
      const languages = opened.analysis()?.languages ?? []
      if (offered !== languages.join() || devices.options.length === 0)
        devices.replaceChildren(...presets(languages))
      offered = languages.join()
      answer.replaceChildren(...answerTo(request, opened, reveal))
    },
  }
}

/** What common devices send in each language, and real requests that surprise people. */
function presets(languages: readonly string[]): readonly HTMLElement[] {
  const option = (value: string, client: string): HTMLElement =>
    h('option', { value, 'data-app': client.startsWith('an app') }, `${client}: ${value || "''"}`)
  const groups = languages.map((tag) =>
    h(
      'optgroup',
      { label: languageName(tag) },
      ...deviceValues(tag).map(({ value, client }) => option(value ?? '', client)),
    ),
  )
  const others = realValues.flatMap(({ value, client }) =>
    value === null ? [] : [option(value, client)],
  )
  return [
    h('option', { value: '' }, 'none: no header is sent'),
    ...groups,
    h('optgroup', { label: 'seen in the wild' }, ...others),
  ]
}

const headerInput = (name: string): HTMLInputElement =>
  h('input', { name, placeholder: 'not sent', autocomplete: 'off' })

const requestOf = (asked: string, accepted: string): SimulatedRequest => ({
  ...(asked !== '' && { xRequestLanguage: asked }),
  ...(accepted !== '' && { acceptLanguage: accepted }),
})

function answerTo(
  request: SimulatedRequest,
  opened: OpenTemplate,
  reveal: Actions['reveal'],
): readonly HTMLElement[] {
  const { question, profile } = opened
  const { value, source } = requestLanguage(Object.entries(headersOf(request)))
  const holds = h('p', {}, h('code', {}, profile.languageVariable), ' is ')
  holds.append(h('code', {}, value === null ? 'nil' : value), ` (${sources[source]}).`)
  const result = renderValue(question, value)
  if (!result.ok) return [holds, h('p', {}, `No message: ${result.failure.message}`)]
  const { rendered } = result
  const size = h('p', { class: 'size' }, sizeOf(rendered.text))
  return [holds, stepList(opened, value, reveal), bubble(rendered, opened, undefined), size]
}
