import type { monaco } from './monaco.ts'

/** Text colours by token; each has a contrast of 4.5 or more on its ground, as WCAG 2.2 asks (1.4.3). */
const colours = {
  light: {
    ground: '#ffffff',
    quiet: '#525b69',
    placeholder: 'a3231d',
    keyword: '8a1c7c',
    variable: '0b4f9e',
    string: '176b34',
    filter: '7a4b00',
  },
  dark: {
    ground: '#16181d',
    quiet: '#a9b2bf',
    placeholder: 'ff9d94',
    keyword: 'e0a3ff',
    variable: '8cc4ff',
    string: '7fd69b',
    filter: 'f0c274',
  },
} as const

const theme = (
  base: 'vs' | 'vs-dark',
  { ground, quiet, placeholder, keyword, variable, string, filter }: Record<string, string>,
): monaco.editor.IStandaloneThemeData => ({
  base: base as 'vs',
  inherit: true,
  rules: [
    { token: 'placeholder', foreground: placeholder!, fontStyle: 'bold' },
    { token: 'keyword', foreground: keyword! },
    { token: 'operator', foreground: keyword! },
    { token: 'variable', foreground: variable! },
    { token: 'number', foreground: variable! },
    { token: 'string', foreground: string! },
    { token: 'filter', foreground: filter! },
    { token: 'comment', foreground: quiet!.slice(1), fontStyle: 'italic' },
    { token: 'delimiter', foreground: quiet!.slice(1) },
  ],
  colors: {
    'editor.background': ground!,
    'editorLineNumber.foreground': quiet!,
    'editorLineNumber.dimmedForeground': quiet!,
  },
})

/** By the scheme that the user's system asks for. In forced colours, Monaco takes its own themes. */
export const themes: Readonly<Record<string, monaco.editor.IStandaloneThemeData>> = {
  'codeword-light': theme('vs', colours.light),
  'codeword-dark': theme('vs-dark', colours.dark),
}
