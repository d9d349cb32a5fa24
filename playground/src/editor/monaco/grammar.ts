import type { monaco } from './monaco.ts'

/**
 * Colours Liquid with Auth0's placeholders. `\x40` is `@`, which Monarch would take for one of its own names:
 * https://microsoft.github.io/monaco-editor/monarch.html
 */
export const grammar: monaco.languages.IMonarchLanguage = {
  operators: ['contains', 'and', 'or', 'not', 'in'],
  constants: ['true', 'false', 'nil', 'null', 'empty', 'blank'],
  tokenizer: {
    root: [
      [/\{%-?\s*comment\s*-?%\}/, 'comment', '@comment'],
      [/\{%-?\s*raw\s*-?%\}/, 'delimiter', '@raw'],
      [/\{%-?/, 'delimiter', '@tag'],
      [/\{\{-?/, 'delimiter', '@expression'],
      [/\x40\x40[a-zA-Z_.]+\x40\x40/, 'placeholder'],
      [/[^{\x40]+|./, ''],
    ],
    tag: [
      [/#.*?(?=-?%\})/, 'comment'],
      [/[a-zA-Z_]\w*/, { token: 'keyword', switchTo: '@expression' }],
      [/-?%\}/, 'delimiter', '@pop'],
      [/./, ''],
    ],
    expression: [
      [/-?[%}]\}/, 'delimiter', '@pop'],
      [/'[^']*'|"[^"]*"/, 'string'],
      [/-?\d+(?:\.\d+)?/, 'number'],
      [/(\|)(\s*)(\w+)/, ['delimiter', '', 'filter']],
      [/[=!<>]=?/, 'operator'],
      [
        /[a-zA-Z_][\w-]*/,
        { cases: { '@operators': 'operator', '@constants': 'number', '@default': 'variable' } },
      ],
      [/./, ''],
    ],
    comment: [
      [/\{%-?\s*endcomment\s*-?%\}/, 'comment', '@pop'],
      [/[^{]+|./, 'comment'],
    ],
    raw: [
      [/\{%-?\s*endraw\s*-?%\}/, 'delimiter', '@pop'],
      [/[^{]+|./, ''],
    ],
  },
}

export const configuration: monaco.languages.LanguageConfiguration = {
  brackets: [
    ['{%', '%}'],
    ['{{', '}}'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: "'", close: "'", notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: "'", close: "'" },
    { open: '"', close: '"' },
  ],
}
