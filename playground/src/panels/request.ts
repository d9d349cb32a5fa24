import {
  type OpenTemplate,
  type Rendered,
  type RequestLanguage,
  renderValue,
  requestLanguage,
} from '@codeword/core'
import { h, section } from '../dom.ts'
import type { SimulatedRequest } from '../workspace.ts'
import { bubble, sizeOf } from './bubble.ts'
import type { Actions, Panel } from './panel.ts'

const sources: Readonly<Record<RequestLanguage['source'], string>> = {
  'x-request-language': 'from X-Request-Language',
  'accept-language': 'from Accept-Language, as it came',
  connection: 'from the connection',
  none: 'no header names a language',
}

/** One customer: what a request says, what the template makes of it, and which of its branches that takes. */
export function requestPanel({ change, reveal }: Actions): Panel {
  const asked = headerInput('X-Request-Language')
  const accepted = headerInput('Accept-Language')
  const real = h('datalist', { id: 'real-values' })
  const answer = h('div', { class: 'answer' })
  const tell = (): void => change({ request: requestOf(asked.value, accepted.value) })
  for (const input of [asked, accepted]) input.addEventListener('input', tell)
  const element = section(
    'request-title',
    'One request',
    h(
      'div',
      { class: 'settings' },
      h('label', {}, 'X-Request-Language ', asked),
      h('label', {}, 'Accept-Language ', accepted),
      real,
    ),
    answer,
  )
  let shown = ''
  return {
    element,
    update({ workspace: { template, request = {}, settings }, opened }) {
      const key = JSON.stringify([template, request, settings])
      if (key === shown) return
      shown = key
      const values = (opened.analysis()?.outcomes ?? []).flatMap(({ realistic }) => realistic)
      real.replaceChildren(...values.filter(isText).map((value) => h('option', { value })))
      answer.replaceChildren(...answerTo(request, opened, reveal))
    },
  }
}

const isText = (value: string | null): value is string => value !== null && value !== ''

const headerInput = (name: string): HTMLInputElement =>
  h('input', { name, placeholder: 'not sent', autocomplete: 'off', list: 'real-values' })

const requestOf = (asked: string, accepted: string): SimulatedRequest => ({
  ...(asked !== '' && { xRequestLanguage: asked }),
  ...(accepted !== '' && { acceptLanguage: accepted }),
})

function answerTo(
  { xRequestLanguage, acceptLanguage }: SimulatedRequest,
  opened: OpenTemplate,
  reveal: Actions['reveal'],
): readonly HTMLElement[] {
  const { question, profile } = opened
  const headers = Object.entries({
    ...(xRequestLanguage !== undefined && { 'x-request-language': xRequestLanguage }),
    ...(acceptLanguage !== undefined && { 'accept-language': acceptLanguage }),
  })
  const { value, source } = requestLanguage(headers)
  const holds = h('p', {}, h('code', {}, profile.languageVariable), ' is ')
  holds.append(h('code', {}, value === null ? 'nil' : value), ` (${sources[source]}).`)
  const result = renderValue(question, value)
  if (!result.ok) return [holds, h('p', {}, `No message: ${result.failure.message}`)]
  const { rendered } = result
  const size = h('p', { class: 'size' }, sizeOf(rendered.text))
  return [holds, armsOf(rendered, opened, reveal), bubble(rendered, opened, undefined), size]
}

/** The branches that the request takes, in order. */
function armsOf(
  { arms }: Rendered,
  { template: { source } }: OpenTemplate,
  reveal: Actions['reveal'],
): HTMLElement {
  if (arms.length === 0) return h('p', {}, 'It takes no branch.')
  const buttons = arms.map(({ start, end }) => {
    const tag = source.slice(start, source.indexOf('%}', start) + 2)
    return h('button', { type: 'button', click: () => reveal(start, end) }, tag)
  })
  return h('p', { class: 'arms' }, 'It takes: ', ...buttons.flatMap((button) => [button, ' ']))
}
