import { h } from '../dom.ts'
import type { Workspace } from '../workspace.ts'
import { linkTo } from './link.ts'

/** Writes the workspace into the address, on demand only, and copies that where the browser lets it. */
export function shareButton(workspace: () => Workspace): HTMLElement {
  const said = h('span', { 'aria-live': 'polite', class: 'said' })
  const share = async (): Promise<void> => {
    const link = await linkTo(workspace())
    if (!link.ok) {
      said.textContent = link.problem
      return
    }
    history.replaceState(null, '', link.hash)
    try {
      await navigator.clipboard.writeText(location.href)
      said.textContent = 'The link is copied.'
    } catch {
      said.textContent = 'The link is in the address bar.'
    }
  }
  const button = h('button', { type: 'button', click: () => void share() }, 'Share')
  return h('div', { class: 'share' }, button, ' ', said)
}
