import { h } from '../dom.ts'
import type { EditorPort } from './editor-port.ts'

/** The editor that every browser has. */
export function textareaEditor(): EditorPort {
  const area = h('textarea', {
    id: 'template',
    'aria-label': 'Template',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    wrap: 'off',
  })
  return {
    element: area,
    text: () => area.value,
    setText(text) {
      if (area.value !== text) area.value = text
    },
    onChange(listener) {
      area.addEventListener('input', () => listener(area.value))
    },
    selection: () => ({ start: area.selectionStart, end: area.selectionEnd }),
    show() {},
    reveal(start, end) {
      area.focus()
      area.setSelectionRange(start, end)
      const line = area.value.slice(0, start).split('\n').length - 1
      area.scrollTop = line * Number.parseFloat(getComputedStyle(area).lineHeight)
    },
  }
}
