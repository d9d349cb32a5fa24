import './style/page.css'
import './style/panels.css'
import { h } from './dom.ts'
import { replaceableEditor } from './editor/replaceable.ts'
import { textareaEditor } from './editor/textarea.ts'
import { examples } from './examples.ts'
import { localFiles } from './preview/local-files.ts'
import { workspaceOf } from './share/link.ts'
import type { Workspace } from './workspace.ts'

const editor = replaceableEditor(textareaEditor())
const status = h('p', { role: 'status', class: 'status' }, 'Loading…')
const results = h('div', {
  class: 'results',
  tabindex: '0',
  role: 'region',
  'aria-label': 'Results',
})
const tools = h('div', { class: 'tools' })
const header = h(
  'header',
  {},
  h('h1', {}, 'Codeword'),
  h('p', {}, 'See every customer’s message while you type.'),
)
const main = h('main', {}, h('div', { class: 'edit' }, editor.element, status, tools), results)
document.body.append(header, main)

/** The pages of the rules link here. */
const exampleIn = async (hash: string): Promise<Omit<Workspace, 'before'> | undefined> =>
  hash.startsWith('#rule=') ? (await import('./rule-examples.ts')).ruleExample(hash) : undefined

const firstExample = Object.values(examples)[0]!
const opened = (await workspaceOf(location.hash)) ??
  (await exampleIn(location.hash)) ?? {
    template: firstExample,
    settings: { domain: 'header' },
  }
addEventListener('hashchange', () => location.reload())
const initial: Workspace = { ...opened, before: opened.template }
editor.setText(initial.template)

// The page can be read and typed in before the engine is there.
const { start } = await import('./start.ts')
const files = await localFiles()
start({ ...initial, template: editor.text() }, { editor, status, results, tools, header }, files)

if (import.meta.env.OFFLINE && 'serviceWorker' in navigator)
  void navigator.serviceWorker.register('./service-worker.js')

// Monaco does not work on touch screens: https://github.com/microsoft/monaco-editor#faq
if (matchMedia('(min-width: 50rem) and (pointer: fine)').matches) {
  const { monacoEditor } = await import('./editor/monaco/monaco-editor.ts')
  editor.replace(monacoEditor())
}
