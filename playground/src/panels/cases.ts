import { addCases, customer, requestLanguage, scaffoldFixture, visible } from '@codeword/core'
import { fixtureName, hasFailed, type OneRun, templateName } from '../cases/run-cases.ts'
import { h, section } from '../dom.ts'
import { download } from '../download.ts'
import type { Insight } from '../insight.ts'
import { headersOf } from '../workspace.ts'
import type { Actions, Panel } from './panel.ts'

/** The test cases of the template: made here, run here, and saved as the fixture that `codeword test` runs. */
export function casesPanel({ change }: Actions): Panel {
  let insight: Insight
  const list = h('ul', { class: 'cases' })
  const said = h('p', { class: 'note' })
  const text = h('textarea', { 'aria-label': 'Fixture', spellcheck: 'false', rows: '12' })
  text.addEventListener('input', () => change({ fixture: text.value }))
  const button = (name: string, click: () => void): HTMLButtonElement =>
    h('button', { type: 'button', click }, name)
  const make = button('Make a case of every message', async () => {
    const made = await scaffoldFixture(insight.opened, {
      kind: 'template',
      path: `./${templateName}`,
    })
    if (made.ok) change({ fixture: made.text })
    else said.textContent = `No cases: ${made.failure.message}`
  })
  const add = button('Add the request above as a case', async () => {
    const added = await withRequest(insight)
    if (added === undefined) said.textContent = 'The fixture has no place for another case.'
    else change({ fixture: added })
  })
  add.textContent = 'Add the simulated request as a case'
  const saveCases = button('Save the fixture', () =>
    download(fixtureName, insight.workspace.fixture ?? ''),
  )
  const saveTemplate = button('Save the template', () =>
    download(templateName, insight.workspace.template),
  )
  const element = section(
    'cases-title',
    'Cases',
    h('p', { class: 'buttons' }, make, ' ', add, ' ', saveCases, ' ', saveTemplate),
    said,
    list,
    text,
  )
  return {
    element,
    update(now) {
      insight = now
      const { fixture = '' } = now.workspace
      if (text.value !== fixture) text.value = fixture
      saveCases.disabled = fixture === ''
      add.disabled = now.cases?.ok !== true
      said.textContent = summary(now)
      const rows = now.cases?.ok ? now.cases.runs.map(row) : []
      list.replaceChildren(...rows)
    },
  }
}

function summary({ cases }: Insight): string {
  if (cases === undefined)
    return 'No cases yet. A case says who asks, and what must be true of the message.'
  if (!cases.ok) {
    const [first] = cases.mistakes
    return `The fixture cannot be run: ${first?.message ?? 'it cannot be read'}`
  }
  const failed = cases.runs.filter(hasFailed).length
  return `${cases.runs.length - failed} passed, ${failed} failed`
}

function row(one: OneRun): HTMLElement {
  const { each, run } = one
  const failed = hasFailed(one)
  const reasons = run.ok ? run.result.failures.map(({ message }) => message) : [run.failure.message]
  return h(
    'li',
    { class: failed ? 'broken' : 'proved' },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, failed ? '✗' : '✓'),
    ` ${each.name} `,
    h('small', {}, wordFor(one)),
    h('p', { class: 'detail' }, run.ok ? visible(run.result.rendered.text) : ''),
    ...(failed ? reasons : []).map((reason) => h('p', { class: 'reason' }, reason)),
  )
}

const wordFor = (one: OneRun): string => {
  if (hasFailed(one)) return 'failed'
  return one.each.expect === undefined ? 'expects nothing yet' : 'passed'
}

/** The fixture with one more case: the request that is simulated now. */
async function withRequest({ cases, workspace }: Insight): Promise<string | undefined> {
  if (!cases?.ok) return undefined
  const { fixture } = cases.prepared
  const headers = headersOf(workspace.request ?? {})
  const { value } = requestLanguage(Object.entries(headers))
  const names = new Set(fixture.cases.map(({ name }) => name))
  const wanted = customer(value)
  let name = wanted
  for (let n = 2; names.has(name); n++) name = `${wanted} (${n})`
  return addCases(fixture, [{ name, headers }])
}
