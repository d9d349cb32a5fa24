import { format } from '@codeword/core/service'
import { h } from '../../dom.ts'
import type { Insight } from '../../insight.ts'
import { isDark, onTheme } from '../../theme.ts'
import type { EditorPort } from '../editor-port.ts'
import { configuration, grammar } from './grammar.ts'
import { monaco } from './monaco.ts'
import { editTo, rangeTo, registerProviders } from './providers.ts'
import { themes } from './themes.ts'

const language = 'codeword-liquid'

/** Monaco, for screens with a keyboard. Made once for the page. */
export function monacoEditor(): EditorPort {
  let known: Insight | undefined
  monaco.languages.register({ id: language })
  monaco.languages.setMonarchTokensProvider(language, grammar)
  monaco.languages.setLanguageConfiguration(language, configuration)
  registerProviders(language, () => known?.document)
  for (const [name, theme] of Object.entries(themes)) monaco.editor.defineTheme(name, theme)
  const follow = (): void => monaco.editor.setTheme(isDark() ? 'codeword-dark' : 'codeword-light')
  onTheme(follow)
  follow()
  const element = h('div', { class: 'monaco', id: 'template' })
  const editor = monaco.editor.create(element, options)
  const model = editor.getModel()!
  // Monaco's own formatting would start a worker.
  editor.addAction({
    id: 'codeword.format',
    label: 'Format',
    keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
    async run() {
      const edits = known ? await format(known.document) : []
      if (known?.workspace.template !== model.getValue()) return
      editor.pushUndoStop()
      editor.executeEdits('codeword', edits.map(editTo))
      editor.pushUndoStop()
    },
  })
  const rangeOf = (start: number, end: number): monaco.IRange =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
  return {
    element,
    text: () => model.getValue(),
    setText(text) {
      if (model.getValue() === text) return
      editor.pushUndoStop()
      editor.executeEdits('codeword', [{ range: model.getFullModelRange(), text }])
      editor.pushUndoStop()
    },
    onChange(listener) {
      model.onDidChangeContent(() => listener(model.getValue()))
    },
    reveal(start, end) {
      const range = rangeOf(start, end)
      editor.setSelection(range)
      editor.revealRangeInCenterIfOutsideViewport(range)
      editor.focus()
    },
    selection() {
      const { startLineNumber, startColumn, endLineNumber, endColumn } = editor.getSelection()!
      return {
        start: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
        end: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
      }
    },
    show(insight) {
      known = insight
      monaco.editor.setModelMarkers(model, 'codeword', insight.problems.map(markerOf))
    },
  }
}

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  value: '',
  language,
  ariaLabel: 'Template',
  automaticLayout: true,
  // Tab leaves the editor (WCAG 2.1.2); Ctrl+M makes it indent.
  tabFocusMode: true,
  // With it, a fault in Chromium can stop all typing.
  editContext: false,
  // These three would start a worker.
  wordBasedSuggestions: 'off',
  links: false,
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  colorDecorators: false,
  bracketPairColorization: { enabled: false },
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  quickSuggestions: { other: true, comments: false, strings: true },
  fixedOverflowWidgets: true,
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false },
  tabSize: 2,
  wordWrap: 'on',
  fontSize: 14,
}

const severities = {
  1: monaco.MarkerSeverity.Error,
  2: monaco.MarkerSeverity.Warning,
  3: monaco.MarkerSeverity.Info,
} as const

const markerOf = ({
  diagnostic: { range, severity, code, source, message },
}: Insight['problems'][number]): monaco.editor.IMarkerData => ({
  ...rangeTo(range),
  severity: severities[severity],
  code,
  source,
  message,
})
