import { escapeMarkdown, messageCell } from '../../report/markup.ts'
import type { CatalogueReport } from './report.ts'
import { rowsOf, sizeText, stateText } from './rows.ts'

export const markdown: CatalogueReport = (path, catalogue, composed) => {
  const rows = rowsOf(catalogue, composed).map(({ tag, language, text, size, state, note }) => {
    const cells = [
      `${escapeMarkdown(language)} (\`${tag}\`)`,
      text === undefined ? '' : messageCell(text),
      size === undefined ? '' : sizeText(size, catalogue.limits?.segments),
      [stateText[state], ...(note === undefined ? [] : [escapeMarkdown(note)])].join('; '),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
  return `## ${escapeMarkdown(path)}

| language | text as it arrives | size | state |
|---|---|---|---|
${rows.join('')}`
}
