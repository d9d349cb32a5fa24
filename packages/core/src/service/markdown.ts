import { escapeMarkdown } from '../report/markup.ts'

/** Words that may hold anything, as Markdown without links, images and HTML; what stands in backticks stays code. */
export const markdown = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((piece, i) => (i % 2 === 1 ? piece : escapeMarkdown(piece)))
    .join('')
