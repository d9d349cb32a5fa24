import { h } from '../dom.ts'
import type { Workspace } from '../workspace.ts'
import { type LocalFiles, type OpenedFile, workspaceIn } from './local-files.ts'

/** The user's own files: choose one, edit it, save it. What is written elsewhere comes in while nothing is unsaved. */
export function fileBar(
  files: LocalFiles,
  workspace: () => Workspace,
  change: (part: Partial<Workspace>) => void,
): HTMLElement {
  let id = 0
  let file: OpenedFile | undefined
  const said = h('span', { 'aria-live': 'polite', class: 'said' })
  const options = files.list.map(({ path, name }) =>
    h('option', {}, name === '' ? path : `${path} ${name}`),
  )
  const choice = h('select', { id: 'file' }, ...options)
  const isUnsaved = (): boolean => {
    if (file === undefined) return false
    const { template, fixture } = file.texts
    const now = workspace()
    return now.template !== template.text || (fixture !== undefined && now.fixture !== fixture.text)
  }
  const open = async (text: string): Promise<void> => {
    const result = await files.open(id)
    if ('problem' in result) {
      said.textContent = result.problem
      return
    }
    file = result
    const opened = workspaceIn(result)
    change({ fixture: '', ...opened, before: opened.template })
    said.textContent = text
  }
  const save = async (): Promise<void> => {
    if (file === undefined) return
    const result = await files.save(id, file, workspace())
    if ('problem' in result) said.textContent = `Not saved: ${result.problem}`
    else {
      file = result
      said.textContent = 'Saved.'
    }
  }
  const reload = h(
    'button',
    { type: 'button', click: () => void open('Opened anew.') },
    'Open anew',
  )
  choice.addEventListener('change', () => {
    if (isUnsaved() && !confirm('Leave this file without saving it?')) {
      choice.selectedIndex = id
      return
    }
    id = choice.selectedIndex
    void open('')
  })
  files.onChange(async (changed) => {
    if (changed !== id || file === undefined) return
    const now = await files.open(id)
    if ('problem' in now || JSON.stringify(now.texts) === JSON.stringify(file.texts)) return
    if (isUnsaved()) said.textContent = 'The file has changed; what you wrote is not saved.'
    else await open('The file has changed, and was opened anew.')
  })
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    void save()
  })
  addEventListener('beforeunload', (event) => {
    if (isUnsaved()) event.preventDefault()
  })
  void open('')
  const button = h('button', { type: 'button', click: () => void save() }, 'Save')
  return h('div', { class: 'share' }, h('label', {}, 'File ', choice), button, reload, ' ', said)
}
