import { type OpenTemplate, type Outcome, visible } from '@codeword/core'
import { h, patch, prose, section } from '../dom.ts'
import { bubble, sizeOf } from './bubble.ts'
import { outcomeTitle } from './outcome-title.ts'
import type { Actions, Panel } from './panel.ts'

/** More values of a class than this are counted. */
const mostNamed = 4

/** Can also show one message: that of the customer behind a value. */
export interface OutcomesPanel extends Panel {
  readonly show: (value: string | null) => void
}

/** A phone bubble for each message that the template can send. */
export function outcomesPanel({ reveal }: Actions): OutcomesPanel {
  let shown: readonly Outcome[] = []
  const list = h('ul', { class: 'outcomes' })
  const note = h('p', { class: 'note' })
  const element = section('outcomes-title', 'Who reads what', note, list)
  return {
    element,
    show(value) {
      const at = shown.findIndex((outcome) => valuesIn(outcome).includes(value))
      const card = list.children[at] as HTMLElement | undefined
      card?.scrollIntoView({ block: 'nearest' })
      card?.focus()
    },
    update({ opened }) {
      const analysis = opened.analysis()
      const outcomes = analysis?.outcomes ?? []
      shown = outcomes
      note.textContent =
        analysis === undefined
          ? 'Liquid rejects this template: nobody gets a message.'
          : noteOn(analysis)
      patch(list, outcomes, keyOf, (outcome) => card(outcome, opened, reveal))
    },
  }
}

const noteOn = ({
  outcomes,
  complete,
  method,
}: {
  readonly outcomes: readonly Outcome[]
  readonly complete: boolean
  readonly method: string
}): string => {
  const count = outcomes.length === 1 ? '1 message' : `${outcomes.length} messages`
  if (!complete) return `${count}; there may be others`
  return method === 'proof' ? `${count}, and no other: proved` : `${count} found by rendering`
}

const keyOf = ({ value, languages, realistic, rendered }: Outcome): string =>
  JSON.stringify([value, languages, realistic, rendered.text, rendered.parts])

function card(outcome: Outcome, opened: OpenTemplate, reveal: Actions['reveal']): HTMLElement {
  const { rendered, languages } = outcome
  const [language] = languages
  const title = outcomeTitle(outcome)
  const arm = rendered.arms.at(-1)
  return h(
    'li',
    { tabindex: '-1' },
    h('h3', {}, ...prose(title)),
    h('p', { class: 'values' }, ...valuesOf(outcome)),
    bubble(rendered, opened, language),
    h('p', { class: 'size' }, sizeOf(rendered.text)),
    ...(arm
      ? [
          h(
            'button',
            {
              type: 'button',
              'aria-label': `Show in template: the text for ${title}`,
              click: () => reveal(arm.start, arm.end),
            },
            'Show in template',
          ),
        ]
      : []),
  )
}

const valuesIn = ({ value, realistic, languages }: Outcome): readonly (string | null)[] => [
  ...new Set([...languages, ...realistic, value]),
]

/** Who gets it, as the header says it. */
function valuesOf(outcome: Outcome): readonly (Node | string)[] {
  const all = valuesIn(outcome)
  const shown = all
    .slice(0, mostNamed)
    .flatMap((one) => [one === null ? 'no header' : h('code', {}, visible(one) || "''"), ' '])
  const rest = all.length - mostNamed
  return rest > 0 ? [...shown, `and ${rest} more`] : shown
}
