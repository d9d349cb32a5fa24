import { type Held, type OpenTemplate, type Step, stepsFor, type TriedArm } from '@codeword/core'
import { h } from '../dom.ts'
import type { Actions } from './panel.ts'

const results: Readonly<Record<TriedArm['result'], string>> = {
  taken: 'yes',
  passed: 'no',
  unasked: 'not asked',
}

/** More steps than this are counted: a loop may make thousands. */
const mostShown = 60

/** Why a value gets its message: each name that is given and each branch that is tried, in the order of rendering. */
export function stepList(
  opened: OpenTemplate,
  value: string | null,
  reveal: Actions['reveal'],
): HTMLElement {
  const steps = stepsFor(opened.question, value)
  if (steps === undefined) return h('p', {}, 'The template is too long to be followed.')
  if (steps.length === 0) return h('p', {}, 'It takes no branch.')
  const { source } = opened.template
  const items = steps.slice(0, mostShown).map((step) => h('li', {}, ...shown(step, source, reveal)))
  const rest = steps.length - mostShown
  if (rest > 0) items.push(h('li', {}, `and ${rest} more steps`))
  return h('ol', { class: 'steps' }, ...items)
}

function shown(step: Step, source: string, reveal: Actions['reveal']): readonly (Node | string)[] {
  if (step.type === 'naming') {
    const { tag } = step
    const show = h('button', { type: 'button', click: () => reveal(tag.start, tag.end) }, step.name)
    return [show, ' becomes ', held(step)]
  }
  const read = step.read.flatMap((one, at) => [at > 0 ? ', ' : '', `${one.name} is `, held(one)])
  const arms = step.arms.map(({ start, end, tag, result }) =>
    h(
      'li',
      { class: result },
      h(
        'button',
        { type: 'button', click: () => reveal(start, end) },
        source.slice(tag.start, tag.end),
      ),
      ` ${results[result]}`,
    ),
  )
  return [...(read.length > 0 ? [...read, ':'] : []), h('ul', {}, ...arms)]
}

const held = ({ value }: Held): HTMLElement =>
  h('code', {}, value === null ? 'nil' : JSON.stringify(value))
