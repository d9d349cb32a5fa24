import { h } from '../dom.ts'
import type { Insight } from '../insight.ts'
import type { Panel } from './panel.ts'

/** A panel that shares its place with others. */
export interface Tab {
  readonly title: string
  readonly panel: Panel
  /** What stands beside the title, shown or not: how many problems there are. */
  readonly count?: (insight: Insight) => string
}

/**
 * Panels of which one is shown, and only that one is updated.
 * @param first the index of the one that is shown first
 * The keys are those of https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function tabs(label: string, all: readonly Tab[], first = 0): Panel {
  let insight: Insight | undefined
  const buttons = all.map(({ title }, at) =>
    h('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${at}`,
      'aria-controls': `tab-panel-${at}`,
      'data-title': title,
      click: () => select(at),
    }),
  )
  const places = all.map(({ panel }, at) =>
    h(
      'div',
      { role: 'tabpanel', id: `tab-panel-${at}`, 'aria-labelledby': `tab-${at}`, tabindex: '0' },
      panel.element,
    ),
  )
  const list = h(
    'div',
    { role: 'tablist', 'aria-label': label, keydown: (event) => move(event as KeyboardEvent) },
    ...buttons,
  )
  let selected = 0
  const select = (next: number): void => {
    selected = next
    for (const [at, button] of buttons.entries()) {
      const isIt = at === selected
      button.setAttribute('aria-selected', String(isIt))
      button.tabIndex = isIt ? 0 : -1
      places[at]!.hidden = !isIt
    }
    if (insight) all[selected]!.panel.update(insight)
  }
  const move = (event: KeyboardEvent): void => {
    const last = all.length - 1
    const next = {
      ArrowRight: selected === last ? 0 : selected + 1,
      ArrowLeft: selected === 0 ? last : selected - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    select(next)
    buttons[next]!.focus()
  }
  select(first)
  return {
    element: h('div', { class: 'tabs' }, list, ...places),
    update(now) {
      insight = now
      for (const [at, { title, count }] of all.entries()) {
        const counted = count?.(now) ?? ''
        const text = counted === '' ? title : `${title} (${counted})`
        if (buttons[at]!.textContent !== text) buttons[at]!.textContent = text
      }
      all[selected]!.panel.update(now)
    },
  }
}
