import { diagnose, openDocument } from '@codeword/core/service'
import { connectionFile, pastedConnection, patchBody } from '../connection/pasted-connection.ts'
import { h, prose, section } from '../dom.ts'
import type { Actions, Panel } from './panel.ts'

/** An Auth0 connection: its template comes here, and the request that writes it back goes out. Secrets do neither. */
export function connectionPanel({ change }: Actions): Panel {
  const said = h('p', { class: 'note', 'aria-live': 'polite' })
  const take = (text: string): void => {
    const result = pastedConnection(text)
    if (!result.ok) {
      said.textContent = result.problem
      return
    }
    const { connection, template } = result
    change({ connection, template })
    const { dropped } = connection
    said.textContent =
      dropped.length === 0
        ? 'Taken. It held no secret.'
        : `Taken, without what ${dropped.join(', ')} now stands for: that was dropped.`
  }
  const body = h('textarea', { 'aria-label': 'Body of the PATCH', readonly: true, rows: '10' })
  const findings = h('ul', { class: 'findings' })
  const advice = h('p', { class: 'note' })
  const copy = h(
    'button',
    { type: 'button', click: () => void navigator.clipboard.writeText(body.value) },
    'Copy the body',
  )
  const output = h('div', { class: 'answer', hidden: true }, advice, body, copy, findings)
  const element = section(
    'connection-title',
    'Connection',
    h('label', {}, 'Paste an Auth0 connection, as JSON ', pasteBox(take)),
    said,
    output,
  )
  let shown = ''
  return {
    element,
    async update({ workspace: { connection, template }, problems }) {
      const key = JSON.stringify([connection, template])
      if (key === shown) return
      shown = key
      output.hidden = connection === undefined
      if (connection === undefined) return
      const { id = '{id}', dropped } = connection
      const restore =
        dropped.length === 0 ? '' : ` Put your own values where ${dropped.join(', ')} stand.`
      advice.textContent = `PATCH /api/v2/connections/${id} replaces all options.${restore} Read the connection again just before you send this: nothing tells you that somebody else has changed it.`
      body.value = patchBody(connection, template)
      const document = await openDocument('connection.json', connectionFile(connection, template))
      if (key !== shown) return
      const told = new Set(problems.map(({ diagnostic }) => diagnostic.code))
      const wrong = diagnose(document).filter(({ code }) => !told.has(code))
      findings.replaceChildren(
        ...wrong.map(({ message, code }) =>
          h('li', {}, ...prose(message), ' ', h('code', {}, code)),
        ),
      )
    },
  }
}

/** A box that takes what is pasted or dropped, and never holds it. */
function pasteBox(take: (text: string) => void): HTMLElement {
  const box = h('textarea', { rows: '2', placeholder: 'Paste here', autocomplete: 'off' })
  const from = (event: Event, data: DataTransfer | null): void => {
    event.preventDefault()
    take(data?.getData('text/plain') ?? '')
  }
  box.addEventListener('paste', (event) => from(event, event.clipboardData))
  box.addEventListener('drop', (event) => from(event, event.dataTransfer))
  box.addEventListener('beforeinput', (event) => event.preventDefault())
  return box
}
