import {
  type Outcome,
  type Rendered,
  type Segment,
  segment,
  smartEncode,
  type Ucs2Character,
  ucs2Characters,
} from '@codeword/core'
import { h, section } from '../dom.ts'
import { outcomeTitle } from './outcome-title.ts'
import type { Actions, Panel } from './panel.ts'

/** Each character of one message: what it takes, why the message is UCS-2, and what to write instead. */
export function segmentsPanel({ change }: Actions): Panel {
  const choice = h('select', { id: 'inspected' })
  const body = h('div', { class: 'answer' })
  const element = section(
    'segments-title',
    'Segments',
    h('p', {}, h('label', {}, 'Message ', choice)),
    body,
  )
  let outcomes: readonly Outcome[] = []
  let template = ''
  const show = (): void => {
    const outcome = outcomes[Math.max(choice.selectedIndex, 0)]
    const parts = outcome ? inspected(outcome.rendered, template, change) : []
    body.replaceChildren(...parts)
  }
  choice.addEventListener('change', show)
  let shown = ''
  return {
    element,
    update({ workspace, opened }) {
      outcomes = opened.analysis()?.outcomes ?? []
      template = workspace.template
      const key = JSON.stringify([template, outcomes.map(({ rendered }) => rendered.text)])
      if (key === shown) return
      shown = key
      const at = Math.min(Math.max(choice.selectedIndex, 0), outcomes.length - 1)
      choice.replaceChildren(...outcomes.map((one) => h('option', {}, outcomeTitle(one))))
      choice.selectedIndex = at
      show()
    },
  }
}

function inspected(
  rendered: Rendered,
  template: string,
  change: Actions['change'],
): readonly HTMLElement[] {
  const { text } = rendered
  const { encoding, units, segments, parts } = segment(text)
  const causes = ucs2Characters(text)
  const smart = segment(smartEncode(text))
  const count = segments === 1 ? '1 segment' : `${segments} segments`
  const why =
    causes.length === 0
      ? 'every character is in the GSM-7 alphabet'
      : `${causes.length} of its characters are not in the GSM-7 alphabet`
  return [
    h('p', {}, `${count}, ${units} units, ${encoding}: ${why}.`),
    ...(smart.encoding === encoding
      ? []
      : [h('p', {}, `With Twilio’s Smart Encoding on: ${smart.segments} in ${smart.encoding}.`)]),
    causeList(causes, rendered, template, change),
    ...parts.map((part, at) => segmentGrid(part, at, encoding === 'GSM-7')),
  ]
}

/** Each character that makes a message UCS-2, once, with a button that writes its look-alike. */
function causeList(
  causes: readonly Ucs2Character[],
  rendered: Rendered,
  template: string,
  change: Actions['change'],
): HTMLElement {
  const known = [...new Map(causes.map((cause) => [cause.character, cause])).values()]
  const lone = known.filter(({ lookAlike }) => lookAlike === undefined)
  const items = known.flatMap(({ character, lookAlike }) => {
    if (lookAlike === undefined) return []
    const name = `${character} ${codePoints(character)}`
    const instead = lookAlike === '' ? 'nothing' : lookAlike === ' ' ? 'a space' : lookAlike
    const write = (): void =>
      change({ template: replaced(template, rendered, causes, character, lookAlike) })
    const label = `Write ${instead} instead of ${name}`
    return h(
      'li',
      {},
      `${name} `,
      h(
        'button',
        { type: 'button', 'aria-label': label, click: write },
        `Write ${instead} instead`,
      ),
    )
  })
  const names = lone.map(({ character }) => character).join(' ')
  const rest =
    names === '' ? [] : [h('li', {}, 'Nothing in GSM-7 looks like ', h('bdi', {}, names))]
  return h('ul', { class: 'causes' }, ...items, ...rest)
}

const codePoints = (character: string): string =>
  Array.from(
    character,
    (point) => `U+${point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ')

/** The template with another text where it writes a character of the message itself. */
function replaced(
  template: string,
  { parts }: Rendered,
  causes: readonly Ucs2Character[],
  character: string,
  instead: string,
): string {
  const places = causes
    .filter((cause) => cause.character === character)
    .flatMap(({ start, end }) => {
      const part = parts.find((one) => one.start <= start && end <= one.end)
      if (part === undefined || part.inserted !== undefined) return []
      const at = part.source.start + start - part.start
      return template.startsWith(character, at) ? [at] : []
    })
  return [...new Set(places)]
    .sort((a, b) => b - a)
    .reduce((text, at) => text.slice(0, at) + instead + text.slice(at + character.length), template)
}

function segmentGrid({ text, units }: Segment, at: number, isGsm7: boolean): HTMLElement {
  const cells = Array.from(text, (character) => {
    const own = isGsm7 ? segment(character).units : character.length
    const title = `${codePoints(character)}: ${own === 1 ? '1 unit' : `${own} units`}`
    const name = { ' ': '·', '\n': '⏎' }[character] ?? character
    const kind = isGsm7 || segment(character).encoding === 'GSM-7' ? 'plain' : 'costly'
    return h('span', { class: `cell ${own > 1 ? 'wide' : ''} ${kind}`, title }, name)
  })
  return h(
    'div',
    { class: 'grid' },
    h('h3', {}, `Segment ${at + 1}: ${units} units`),
    h('p', { class: 'cells', role: 'img', 'aria-label': text }, ...cells),
  )
}
