import type { Property } from '@codeword/core'
import { h, patch, prose, section } from '../dom.ts'
import type { Panel } from './panel.ts'

/** Shows the message that the customer behind a value gets. */
type Show = (value: string | null) => void

const signs = { proved: '✓', broken: '✗', unproved: '?', informative: 'i' } as const
const words = {
  proved: 'proved',
  broken: 'broken',
  unproved: 'not proved',
  informative: 'for information',
} as const

/** What holds for everybody, and for what does not a customer to show it. */
export function propertiesPanel(show: Show): Panel {
  const list = h('ul', { class: 'properties' })
  const element = section('properties-title', 'What holds for everybody', list)
  return {
    element,
    update({ promises, opened }) {
      const properties = opened.analysis()?.properties ?? []
      const rows = promises.map((promise, at) => ({ promise, property: properties[at]! }))
      patch(
        list,
        rows,
        ({ promise, property }) => JSON.stringify([promise, property.witness?.value]),
        ({ promise: { tone, title, detail, name }, property }) =>
          h(
            'li',
            { class: tone, 'data-property': name },
            h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[tone]),
            h(
              'details',
              {},
              h('summary', {}, `${title} `, h('small', {}, words[tone])),
              h('p', { class: 'detail' }, ...prose(detail)),
            ),
            ...showButton(property, title, show),
          ),
      )
    },
  }
}

const showButton = ({ witness }: Property, title: string, show: Show): readonly HTMLElement[] =>
  witness === undefined
    ? []
    : [
        h(
          'button',
          { type: 'button', 'aria-label': `Show me: ${title}`, click: () => show(witness.value) },
          'Show me',
        ),
      ]
