import { h, patch, prose, section } from '../dom.ts'
import type { Problem } from '../insight.ts'
import { offsetIn, withEdits } from '../text-edits.ts'
import type { Actions, Panel } from './panel.ts'

const severities = { 1: 'error', 2: 'warning', 3: 'info' } as const

/** What is wrong, each with its fixes as buttons. */
export function problemsPanel({ change, reveal }: Actions): Panel {
  let template = ''
  const list = h('ul', { class: 'problems' })
  const none = h('p', {}, 'Nothing is wrong.')
  const element = section('problems-title', 'Problems', none, list)
  const row = ({ diagnostic, fixes }: Problem): HTMLElement => {
    const { range, severity, code, message } = diagnostic
    const word = severities[severity]
    return h(
      'li',
      { class: word },
      h(
        'button',
        {
          type: 'button',
          class: 'place',
          click: () => reveal(offsetIn(template, range.start), offsetIn(template, range.end)),
        },
        `${word}, line ${range.start.line + 1}`,
      ),
      h('span', { class: 'message' }, ...prose(message)),
      h('code', {}, code),
      ...fixes.map(({ title, isPreferred, edit }) =>
        h(
          'button',
          {
            type: 'button',
            class: 'fix',
            click: () =>
              change({ template: withEdits(template, Object.values(edit.changes).flat()) }),
          },
          'Fix: ',
          ...prose(`${title}${isPreferred ? '' : ' (look at what changes)'}`),
        ),
      ),
    )
  }
  return {
    element,
    update({ workspace, problems }) {
      template = workspace.template
      none.hidden = problems.length > 0
      patch(list, problems, (problem) => JSON.stringify(problem), row)
    },
  }
}
